;;! title    = "an address of a 64-bit memory counts with all its 64 bits"
;;! level    = "must"
;;! spec     = "core 3.0, exec/instructions memory instructions: a trap where the effective address is beyond the memory"
;;! evidence = ["WebAssembly spec test address64.wast", "RUSTSEC-2023-0090 (CVE-2023-26489)"]
;;! row      = "mem.oob.boundary"
;;! requires = ["memory64"]
;;!
;;! [[step]]
;;! instantiate = "main"
;;! as          = "high-bit"
;;!
;;! [[step]]
;;! call   = "load"
;;! on     = "high-bit"
;;! args   = ["i64:4294967296"]
;;! expect = { trapped = "memory-out-of-bounds" }
;;!
;;! [[step]]
;;! drop = "high-bit"
;;!
;;! [[step]]
;;! instantiate = "main"
;;! as          = "top-bit"
;;!
;;! [[step]]
;;! call   = "load"
;;! on     = "top-bit"
;;! args   = ["i64:-9223372036854775808"]
;;! expect = { trapped = "memory-out-of-bounds" }
;;!
;;! [[step]]
;;! drop = "top-bit"
;;!
;;! [[step]]
;;! instantiate = "main"
;;! as          = "wrapping-offset"
;;!
;;! [[step]]
;;! call   = "load_behind"
;;! on     = "wrapping-offset"
;;! args   = ["i64:16"]
;;! expect = { trapped = "memory-out-of-bounds" }
;;!
;;! [[step]]
;;! drop = "wrapping-offset"
;;!
;;! [[step]]
;;! instantiate = "main"
;;! as          = "store"
;;!
;;! [[step]]
;;! call   = "store"
;;! on     = "store"
;;! args   = ["i64:4294967296"]
;;! expect = { trapped = "memory-out-of-bounds" }
(module
  (memory i64 1)
  (func (export "load") (param i64) (result i32)
    (i32.load (local.get 0)))
  ;; With 16 in front of it, the offset comes to 2^64.
  (func (export "load_behind") (param i64) (result i32)
    (i32.load offset=0xffff_ffff_ffff_fff0 (local.get 0)))
  (func (export "store") (param i64)
    (i32.store (local.get 0) (i32.const 1))))
