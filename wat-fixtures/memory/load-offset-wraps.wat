;;! title    = "the address and the offset of a load are added without wrapping at 32 bits"
;;! level    = "must"
;;! spec     = "core 3.0, exec/instructions load: the effective address is the sum of two unsigned numbers, 33 bits wide"
;;! evidence = [
;;!   "WasmEdge, CVE-2025-69261: 32-bit overflow of the offset",
;;!   "RUSTSEC-2026-0096",
;;!   "wasmtime tests/all/fuel.rs, unconditionally trapping accesses",
;;! ]
;;! row      = "mem.oob.offset-overflow"
;;!
;;! [[step]]
;;! instantiate = "main"
;;! as          = "to-zero"
;;!
;;! [[step]]
;;! call   = "load_high_offset"
;;! on     = "to-zero"
;;! args   = ["i32:16"]
;;! expect = { trapped = "memory-out-of-bounds" }
;;!
;;! [[step]]
;;! drop = "to-zero"
;;!
;;! [[step]]
;;! instantiate = "main"
;;! as          = "to-the-middle"
;;!
;;! [[step]]
;;! call   = "load_high_offset"
;;! on     = "to-the-middle"
;;! args   = ["i32:1024"]
;;! expect = { trapped = "memory-out-of-bounds" }
;;!
;;! [[step]]
;;! drop = "to-the-middle"
;;!
;;! [[step]]
;;! instantiate = "main"
;;! as          = "all-ones"
;;!
;;! [[step]]
;;! call   = "load_last_offset"
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
;;!
;;! [[step]]
;;! drop = "constant"
;;!
;;! [[step]]
;;! instantiate = "main"
;;! as          = "constant-byte"
;;!
;;! [[step]]
;;! call   = "constant-byte"
;;! on     = "constant-byte"
;;! expect = { trapped = "memory-out-of-bounds" }
(module
  (memory 1)
  (func (export "load_high_offset") (param i32) (result i32)
    (i32.load offset=0xfffffff0 (local.get 0)))
  (func (export "load_last_offset") (param i32) (result i32)
    (i32.load8_u offset=0xffffffff (local.get 0)))
  ;; An address that the compiler knows takes other paths through it.
  (func (export "constant") (result i64)
    (i64.load offset=0xfffffff0 (i32.const 0x20)))
  (func (export "constant-byte") (result i32)
    (i32.load8_u offset=1 (i32.const -1))))
