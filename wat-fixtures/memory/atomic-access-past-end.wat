;;! title    = "an atomic access reaches the last word of the memory, and traps at the next"
;;! level    = "must"
;;! spec     = "threads proposal, exec/instructions atomic memory instructions"
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
;;! as          = "load"
;;!
;;! [[step]]
;;! call   = "load"
;;! on     = "load"
;;! args   = ["i32:65536"]
;;! expect = { trapped = "memory-out-of-bounds" }
;;!
;;! [[step]]
;;! drop = "load"
;;!
;;! [[step]]
;;! instantiate = "main"
;;! as          = "store"
;;!
;;! [[step]]
;;! call   = "store"
;;! on     = "store"
;;! args   = ["i32:65536"]
;;! expect = { trapped = "memory-out-of-bounds" }
;;!
;;! [[step]]
;;! drop = "store"
;;!
;;! [[step]]
;;! instantiate = "main"
;;! as          = "add"
;;!
;;! [[step]]
;;! call   = "add"
;;! on     = "add"
;;! args   = ["i32:65536"]
;;! expect = { trapped = "memory-out-of-bounds" }
;;!
;;! [[step]]
;;! drop = "add"
;;!
;;! [[step]]
;;! instantiate = "main"
;;! as          = "exchange"
;;!
;;! [[step]]
;;! call   = "exchange"
;;! on     = "exchange"
;;! args   = ["i32:-8"]
;;! expect = { trapped = "memory-out-of-bounds" }
;;!
;;! [[step]]
;;! drop = "exchange"
;;!
;;! [[step]]
;;! instantiate = "main"
;;! as          = "compare"
;;!
;;! [[step]]
;;! call   = "compare"
;;! on     = "compare"
;;! args   = ["i32:65536"]
;;! expect = { trapped = "memory-out-of-bounds" }
(module
  (memory 1 1 shared)
  (func $load (export "load") (param i32) (result i32) (i32.atomic.load (local.get 0)))
  (func $store (export "store") (param i32) (i64.atomic.store (local.get 0) (i64.const 5)))
  (func $add (export "add") (param i32) (result i32) (i32.atomic.rmw.add (local.get 0) (i32.const 2)))
  (func $exchange (export "exchange") (param i32) (result i64) (i64.atomic.rmw.xchg (local.get 0) (i64.const 9)))
  (func $compare (export "compare") (param i32) (result i32)
    (i32.atomic.rmw8.cmpxchg_u (local.get 0) (i32.const 0) (i32.const 9)))
  (func (export "last") (result i32)
    (call $store (i32.const 65528))
    (drop (call $add (i32.const 65532)))
    (drop (call $compare (i32.const 65535)))
    (if (i32.ne (call $load (i32.const 65532)) (i32.const 0x09000002)) (then (return (i32.const 0))))
    (i64.eq (call $exchange (i32.const 65528)) (i64.const 0x0900000200000005))))
