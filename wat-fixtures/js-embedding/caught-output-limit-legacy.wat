;;! title    = "the end of the output inside a host function cannot be caught, in the legacy encoding too"
;;! level    = "must"
;;! spec     = "exception handling (legacy), execution: a trap is no exception; owed to every user of a sandbox: what ends a guest ends it"
;;! evidence = [
;;!   "Node 20: whatever JavaScript throws in a host function is caught by catch_all, a hand-made RuntimeError too",
;;!   "WebAssembly/exception-handling #101",
;;! ]
;;! row      = "js.catch-all.host-error-swallowed"
;;! requires = ["legacy-exceptions"]
;;! limits   = { output = 50 }
;;! grants   = ["host-function:log"]
;;!
;;! [[step]]
;;! call   = "run"
;;! expect = { any = [{ limit = "output" }] }

(module
  (import "sandproof:test" "log" (func $log (param i32 i32)))
  (memory (export "memory") 1)
  (func (export "run") (result i32)
    (try
      (do (call $log (i32.const 0) (i32.const 100)))
      (catch_all))
    (i32.const 1)))
