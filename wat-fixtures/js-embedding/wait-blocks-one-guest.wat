;;! title    = "a guest that waits on its memory keeps no other guest waiting"
;;! level    = "must"
;;! spec     = "core 3.0 threads, memory.atomic.wait32; owed to every user of a sandbox: guests do not block each other"
;;! evidence = ["Node 20: a wait on the main thread is allowed, and stops everything in it"]
;;! row      = "js.atomics.wait-main-thread"
;;! requires = ["threads"]
;;! modules  = { other = "main" }
;;!
;;! [[step]]
;;! instantiate = "main"
;;!
;;! [[step]]
;;! instantiate = "other"
;;! as          = "other"
;;!
;;! [[step]]
;;! parallel = [
;;!   { call = "wait", limits = { time = "2s" }, expect = { any = [{ returned = ["i32:2"] }, { trapped = "*" }] } },
;;!   { call = "seven", on = "other", limits = { time = "50ms" }, expect = { returned = ["i32:7"] } },
;;! ]

(module
  (memory 1 1 shared)
  ;; 600 ms: the other guest has answered long before, or is late.
  (func (export "wait") (result i32)
    (memory.atomic.wait32 (i32.const 0) (i32.const 0) (i64.const 600000000)))
  (func (export "seven") (result i32)
    (i32.const 7)))
