;;! title    = "a wait with the largest timeout is ended by the deadline, or refused"
;;! level    = "must"
;;! spec     = "owed to every user of a sandbox: a deadline holds for a guest that waits (threads proposal, memory.atomic.wait64)"
;;! evidence = ["wasmtime tests/all/memory.rs, atomic_wait_massive_timeout"]
;;! row      = "cpu.block.atomic-wait-massive-timeout"
;;! requires = ["threads"]
;;! limits   = { time = "60ms" }
;;! [[step]]
;;! call   = "run"
;;! expect = { any = [{ limit = "time" }, { trapped = "*" }] }
(module
  (memory 1 1 shared)
  (func (export "run") (result i32)
    ;; 2^63 - 1 nanoseconds are 292 years.
    (memory.atomic.wait64 (i32.const 8) (i64.const 0) (i64.const 0x7fffffffffffffff))))
