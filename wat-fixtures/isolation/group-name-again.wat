;;! title    = "a group's name that is free again makes a new group, with nothing of the old one's"
;;! level    = "must"
;;! spec     = "docs/protocol.md, group and link: the first member's limits bind the group"
;;! evidence = ["wasmtime tests/all/pooling_allocator.rs, pooling_reuse_resets"]
;;! row      = "mem.isolation.fresh-instance-zeroed"
;;!
;;! [[step]]
;;! instantiate = "main"
;;! as          = "old"
;;! group       = "again"
;;! limits      = { memory = "16 pages" }
;;!
;;! [[step]]
;;! call   = "grow_and_write"
;;! on     = "old"
;;! args   = ["i32:15"]
;;! expect = { returned = ["i32:1"] }
;;!
;;! [[step]]
;;! drop = "old"
;;!
;;! [[step]]
;;! instantiate = "main"
;;! as          = "new"
;;! group       = "again"
;;! limits      = { memory = "8 pages" }
;;!
;;! [[step]]
;;! call   = "grow_and_write"
;;! on     = "new"
;;! args   = ["i32:8"]
;;! expect = { any = [
;;!   { returned = ["i32:-1"] },
;;!   { limit = "memory", when = { "memory.growFailure" = "trap" } },
;;! ] }
(module
  (memory (export "memory") 1)
  ;; -2: the last byte of the first page is not as a new memory has it.
  (func (export "grow_and_write") (param i32) (result i32)
    (if (i32.load8_u (i32.const 65535)) (then (return (i32.const -2))))
    (i32.store8 (i32.const 65535) (i32.const 1))
    (memory.grow (local.get 0))))
