;;! title    = "a wait without a timeout is ended by the deadline, or refused"
;;! level    = "must"
;;! spec     = "owed to every user of a sandbox: a deadline holds for a guest that waits (threads proposal, memory.atomic.wait32)"
;;! evidence = ["oven-sh/bun #32802"]
;;! row      = "cpu.block.atomic-wait-infinite"
;;! requires = ["threads"]
;;! limits   = { time = "60ms" }
;;! [[step]]
;;! call   = "run"
;;! expect = { any = [{ limit = "time" }, { trapped = "*" }] }
(module
  (memory 1 1 shared)
  (func (export "run") (result i32)
    ;; Nobody else has this memory, so nobody will notify.
    (memory.atomic.wait32 (i32.const 0) (i32.const 0) (i64.const -1))))
