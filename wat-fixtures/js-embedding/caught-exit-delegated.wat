;;! title    = "an exit cannot be caught by the handler that an inner one delegates to"
;;! level    = "must"
;;! spec     = "exception handling (legacy), execution: a trap is no exception; owed to every user of a sandbox: what ends a guest ends it"
;;! evidence = [
;;!   "Node 20: whatever JavaScript throws in a host function is caught by catch_all, a hand-made RuntimeError too",
;;!   "WebAssembly/exception-handling #101",
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
    (try $outer (result i32)
      (do
        (try
          (do (call $exit (i32.const 3)))
          (delegate $outer))
        (i32.const 0))
      (catch_all (i32.const 1)))))
