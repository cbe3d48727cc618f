;;! title    = "a call whose time is already up does not enter the guest"
;;! level    = "must"
;;! spec     = "host protocol, limits: wallMs 0 is a deadline that has passed"
;;! evidence = ["wazero: context cancelled in advance"]
;;! row      = "cpu.deadline.already-expired"
;;! grants   = ["host-function:log"]
;;! [[step]]
;;! call   = "run"
;;! limits = { time = "0ms" }
;;! expect = { limit = "time", output = { log = "" } }
;;! [[step]]
;;! call   = "runs"
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
