;;! title    = "the end of the output inside a host function cannot be caught"
;;! level    = "must"
;;! spec     = "core 3.0, exec/instructions: a trap is no exception; owed to every user of a sandbox: what ends a guest ends it"
;;! evidence = [
;;!   "Node 20: whatever JavaScript throws in a host function is caught by catch_all, a hand-made RuntimeError too",
;;!   "WebAssembly/exception-handling #101",
;;! ]
;;! row      = "js.catch-all.host-error-swallowed"
;;! requires = ["exceptions"]
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
    (block $caught
      (try_table (catch_all $caught)
        (call $log (i32.const 0) (i32.const 100))))
    (i32.const 1)))
