;;! title    = "the end of the fuel inside a host function cannot be caught"
;;! level    = "must"
;;! spec     = "core 3.0, exec/instructions: a trap is no exception; owed to every user of a sandbox: what ends a guest ends it"
;;! evidence = [
;;!   "Node 20: whatever JavaScript throws in a host function is caught by catch_all, a hand-made RuntimeError too",
;;!   "WebAssembly/exception-handling #101",
;;! ]
;;! row      = "js.catch-all.host-error-swallowed"
;;! requires = ["exceptions"]
;;! limits   = { fuel = "calibrated:1000" }
;;! grants   = ["host-function:charge"]
;;!
;;! [[step]]
;;! call   = "run"
;;! expect = { limit = "fuel" }

(module
  (import "sandproof:test" "charge" (func $charge (param i64)))
  (func (export "run") (result i32)
    (block $caught
      (try_table (catch_all $caught)
        (call $charge (i64.const 9223372036854775807))))
    (i32.const 1)))
