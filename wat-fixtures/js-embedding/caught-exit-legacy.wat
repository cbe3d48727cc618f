;;! title    = "an exit that a host function was asked for cannot be caught, in the legacy encoding too"
;;! level    = "must"
;;! spec     = "exception handling (legacy), execution: a trap is no exception; owed to every user of a sandbox: what ends a guest ends it"
;;! evidence = [
;;!   "Node 20: whatever JavaScript throws in a host function is caught by catch_all, a hand-made RuntimeError too",
;;!   "WebAssembly/exception-handling #101",
;;!   "exits thrown as JavaScript errors are swallowed by guests",
;;! ]
;;! row      = "js.catch-all.host-error-swallowed"
;;! requires = ["legacy-exceptions"]
;;! grants   = ["host-function:exit"]
;;!
;;! [[step]]
;;! call   = "run"
;;! expect = { exited = 3 }

(module
  (import "sandproof:test" "exit" (func $exit (param i32)))
  (func (export "run") (result i32)
    (try
      (do (call $exit (i32.const 3)))
      (catch_all))
    (i32.const 1)))
