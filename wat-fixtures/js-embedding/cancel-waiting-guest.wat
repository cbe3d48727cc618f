;;! title    = "a guest that waits on its memory for ever can be cancelled"
;;! level    = "must"
;;! spec     = "core 3.0 threads, memory.atomic.wait32; docs/protocol.md, cancel"
;;! evidence = ["Node 20: terminate ends a waiting worker", "bun #32802: it does not"]
;;! row      = "js.worker.terminate-atomics-wait"
;;! requires = ["threads"]
;;!
;;! [[step]]
;;! instantiate = "main"
;;!
;;! [[step]]
;;! parallel = [
;;!   { call = "wait", expect = { any = [{ cancelled = true }, { trapped = "*" }] } },
;;!   { cancel = "main" },
;;! ]

(module
  (memory 1 1 shared)
  (func (export "wait") (result i32)
    (memory.atomic.wait32 (i32.const 0) (i32.const 0) (i64.const -1))))
