;;! title    = "with no fuel nothing of the guest runs"
;;! level    = "must"
;;! spec     = "host protocol, limits: 0 is a limit of zero, not the absence of one"
;;! evidence = ["wasmtime: a store starts with no fuel; tests/all/fuel.rs immediate_trap_with_fuel1"]
;;! row      = "cpu.fuel.zero-means-no-run"
;;! grants   = ["host-function:log"]
;;! [[step]]
;;! call   = "run"
;;! limits = { fuel = 0 }
;;! expect = { limit = "fuel", output = { log = "" } }
;;! [[step]]
;;! call   = "runs"
;;! limits = { fuel = "calibrated:1000" }
;;! expect = { any = [{ returned = ["i32:0"] }, { rejected = "call", reason = ["poisoned", "closed"] }] }
(module
  (import "sandproof:test" "log" (func $log (param i32 i32)))
  (memory (export "memory") 1)
  (data (i32.const 0) "it ran")
  (global $runs (mut i32) (i32.const 0))
  (func (export "run")
    (global.set $runs (i32.add (global.get $runs) (i32.const 1)))
    (call $log (i32.const 0) (i32.const 6)))
  (func (export "runs") (result i32) (global.get $runs)))
