;;! title    = "the address and the offset of a store are added without wrapping at 32 bits"
;;! level    = "must"
;;! spec     = "core 3.0, exec/instructions store: the effective address is the sum of two unsigned numbers, 33 bits wide"
;;! evidence = ["WasmEdge, CVE-2025-69261: 32-bit overflow of the offset", "RUSTSEC-2026-0096"]
;;! row      = "mem.oob.offset-overflow"
;;!
;;! [[step]]
;;! instantiate = "main"
;;! as          = "to-zero"
;;!
;;! [[step]]
;;! call   = "store_high_offset"
;;! on     = "to-zero"
;;! args   = ["i32:16"]
;;! expect = { trapped = "memory-out-of-bounds" }
;;!
;;! [[step]]
;;! drop = "to-zero"
;;!
;;! [[step]]
;;! instantiate = "main"
;;! as          = "all-ones"
;;!
;;! [[step]]
;;! call   = "store_last_offset"
;;! on     = "all-ones"
;;! args   = ["i32:-1"]
;;! expect = { trapped = "memory-out-of-bounds" }
;;!
;;! [[step]]
;;! drop = "all-ones"
;;!
;;! [[step]]
;;! instantiate = "main"
;;! as          = "constant"
;;!
;;! [[step]]
;;! call   = "constant"
;;! on     = "constant"
;;! expect = { trapped = "memory-out-of-bounds" }
(module
  (memory 1)
  (func (export "store_high_offset") (param i32)
    (i32.store offset=0xfffffff0 (local.get 0) (i32.const -1)))
  (func (export "store_last_offset") (param i32)
    (i64.store8 offset=0xffffffff (local.get 0) (i64.const -1)))
  ;; An address that the compiler knows takes other paths through it.
  (func (export "constant")
    (i64.store offset=0xfffffff0 (i32.const 0x20) (i64.const -1))))
