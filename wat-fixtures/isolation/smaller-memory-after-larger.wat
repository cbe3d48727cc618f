;;! title    = "a sandbox has no more memory than its own, though the one before it had more"
;;! level    = "must"
;;! spec     = "core 3.0, exec/instructions memory instructions: a trap beyond the memory's own size"
;;! evidence = ["wasmtime tests/misc_testsuite/pooling-oob-on-reuse.wast", "wasmtime tests/all/pooling_allocator.rs, pooling_reuse_resets"]
;;! row      = "mem.isolation.slot-reuse-shrinks"
;;! limits   = { memory = "32 pages" }
;;! modules  = { small = "smaller-memory-after-larger.small.wat" }
;;!
;;! [[step]]
;;! instantiate = "main"
;;!
;;! [[step]]
;;! call   = "grow_and_touch"
;;! expect = { returned = ["i32:20"] }
;;!
;;! [[step]]
;;! drop = "main"
;;!
;;! [[step]]
;;! instantiate = "small"
;;!
;;! [[step]]
;;! call   = "size"
;;! on     = "small"
;;! expect = { returned = ["i32:5"] }
;;!
;;! [[step]]
;;! call   = "load"
;;! on     = "small"
;;! args   = ["i32:983040"]
;;! expect = { trapped = "memory-out-of-bounds" }
(module
  (memory (export "memory") 10)
  (func (export "grow_and_touch") (result i32)
    (drop (memory.grow (i32.const 10)))
    (i32.store (i32.const 983040) (i32.const 0x5ec1e7))
    (i32.store (i32.const 1310716) (i32.const 0x5ec1e7))
    (memory.size)))
