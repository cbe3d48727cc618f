;;! title    = "a memory without a page has no byte to load or store"
;;! level    = "must"
;;! spec     = "core 3.0, exec/instructions memory instructions: a trap where any byte of the access is beyond the memory"
;;! evidence = [
;;!   "RUSTSEC-2022-0102 (CVE-2022-39392)",
;;!   "wasmtime tests/misc_testsuite/misc_traps.wast",
;;!   "wasmtime tests/all/pooling_allocator.rs, zero_memory_pages_disallows_oob",
;;! ]
;;! row      = "mem.oob.zero-page-memory"
;;!
;;! [[step]]
;;! instantiate = "main"
;;!
;;! [[step]]
;;! call   = "size"
;;! expect = { returned = ["i32:0"] }
;;!
;;! [[step]]
;;! instantiate = "main"
;;! as          = "first-byte"
;;!
;;! [[step]]
;;! call   = "load"
;;! on     = "first-byte"
;;! args   = ["i32:0"]
;;! expect = { trapped = "memory-out-of-bounds" }
;;!
;;! [[step]]
;;! drop = "first-byte"
;;!
;;! [[step]]
;;! instantiate = "main"
;;! as          = "second-page"
;;!
;;! [[step]]
;;! call   = "load"
;;! on     = "second-page"
;;! args   = ["i32:65536"]
;;! expect = { trapped = "memory-out-of-bounds" }
;;!
;;! [[step]]
;;! drop = "second-page"
;;!
;;! [[step]]
;;! instantiate = "main"
;;! as          = "store"
;;!
;;! [[step]]
;;! call   = "store"
;;! on     = "store"
;;! args   = ["i32:0"]
;;! expect = { trapped = "memory-out-of-bounds" }
;;!
;;! [[step]]
;;! drop = "store"
;;!
;;! [[step]]
;;! instantiate = "main"
;;! as          = "wide"
;;!
;;! [[step]]
;;! call   = "load64"
;;! on     = "wide"
;;! args   = ["i32:0"]
;;! expect = { trapped = "memory-out-of-bounds" }
(module
  (memory 0 0)
  (func (export "size") (result i32) (memory.size))
  (func (export "load") (param i32) (result i32) (i32.load8_u (local.get 0)))
  (func (export "load64") (param i32) (result i64) (i64.load (local.get 0)))
  (func (export "store") (param i32) (i32.store8 (local.get 0) (i32.const 1))))
