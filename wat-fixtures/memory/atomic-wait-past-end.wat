;;! title    = "waiting and notifying work at the last word of the memory, and trap at the next"
;;! level    = "must"
;;! spec     = "threads proposal, exec/instructions memory.atomic.wait and memory.atomic.notify"
;;! evidence = ["wasmtime tests/misc_testsuite/threads/atomics-end-of-memory.wast"]
;;! row      = "mem.oob.atomic-edge"
;;! requires = ["threads"]
;;!
;;! [[step]]
;;! instantiate = "main"
;;!
;;! [[step]]
;;! call   = "last"
;;! expect = { returned = ["i32:1"] }
;;!
;;! [[step]]
;;! instantiate = "main"
;;! as          = "notify"
;;!
;;! [[step]]
;;! call   = "notify"
;;! on     = "notify"
;;! args   = ["i32:65536"]
;;! expect = { trapped = "memory-out-of-bounds" }
;;!
;;! [[step]]
;;! drop = "notify"
;;!
;;! [[step]]
;;! instantiate = "main"
;;! as          = "notify-with-offset"
;;!
;;! [[step]]
;;! call   = "notify_behind"
;;! on     = "notify-with-offset"
;;! args   = ["i32:-4"]
;;! expect = { trapped = "memory-out-of-bounds" }
;;!
;;! [[step]]
;;! drop = "notify-with-offset"
;;!
;;! [[step]]
;;! instantiate = "main"
;;! as          = "wait32"
;;!
;;! [[step]]
;;! call   = "wait32"
;;! on     = "wait32"
;;! args   = ["i32:65536"]
;;! expect = { trapped = "memory-out-of-bounds" }
;;!
;;! [[step]]
;;! drop = "wait32"
;;!
;;! [[step]]
;;! instantiate = "main"
;;! as          = "wait64"
;;!
;;! [[step]]
;;! call   = "wait64"
;;! on     = "wait64"
;;! args   = ["i32:65536"]
;;! expect = { trapped = "memory-out-of-bounds" }
(module
  (memory 1 1 shared)
  (func $notify (export "notify") (param i32) (result i32)
    (memory.atomic.notify (local.get 0) (i32.const 1)))
  (func (export "notify_behind") (param i32) (result i32)
    (memory.atomic.notify offset=8 (local.get 0) (i32.const 1)))
  ;; A value that is not there: the wait is over before it begins, and answers 1.
  (func $wait32 (export "wait32") (param i32) (result i32)
    (memory.atomic.wait32 (local.get 0) (i32.const 7) (i64.const 0)))
  (func $wait64 (export "wait64") (param i32) (result i32)
    (memory.atomic.wait64 (local.get 0) (i64.const 7) (i64.const 0)))
  (func (export "last") (result i32)
    (if (call $notify (i32.const 65532)) (then (return (i32.const 0))))
    (if (i32.ne (call $wait32 (i32.const 65532)) (i32.const 1)) (then (return (i32.const 0))))
    (i32.eq (call $wait64 (i32.const 65528)) (i32.const 1))))
