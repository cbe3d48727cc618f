;;! title    = "a store of any width reaches the last byte of the memory, and traps one byte further"
;;! level    = "must"
;;! spec     = "core 3.0, exec/instructions memory instructions: a trap where any byte of the access is beyond the memory"
;;! evidence = ["wasmtime tests/all/memory.rs, offsets_static_dynamic_oh_my", "wasmtime tests/misc_testsuite/winch/oob.wast"]
;;! row      = "mem.oob.boundary"
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
;;! as          = "store8"
;;!
;;! [[step]]
;;! call   = "store8"
;;! on     = "store8"
;;! args   = ["i32:65536"]
;;! expect = { trapped = "memory-out-of-bounds" }
;;!
;;! [[step]]
;;! drop = "store8"
;;!
;;! [[step]]
;;! instantiate = "main"
;;! as          = "store16"
;;!
;;! [[step]]
;;! call   = "store16"
;;! on     = "store16"
;;! args   = ["i32:65535"]
;;! expect = { trapped = "memory-out-of-bounds" }
;;!
;;! [[step]]
;;! drop = "store16"
;;!
;;! [[step]]
;;! instantiate = "main"
;;! as          = "store32"
;;!
;;! [[step]]
;;! call   = "store32"
;;! on     = "store32"
;;! args   = ["i32:65533"]
;;! expect = { trapped = "memory-out-of-bounds" }
;;!
;;! [[step]]
;;! drop = "store32"
;;!
;;! [[step]]
;;! instantiate = "main"
;;! as          = "store64"
;;!
;;! [[step]]
;;! call   = "store64"
;;! on     = "store64"
;;! args   = ["i32:65529"]
;;! expect = { trapped = "memory-out-of-bounds" }
(module
  (memory 1)
  (func $store8 (export "store8") (param i32) (i32.store8 (local.get 0) (i32.const 0x11)))
  (func $store16 (export "store16") (param i32) (i64.store16 (local.get 0) (i64.const 0x2222)))
  (func $store32 (export "store32") (param i32) (i32.store (local.get 0) (i32.const 0x33333333)))
  (func $store64 (export "store64") (param i32) (i64.store (local.get 0) (i64.const 0x4444444444444444)))
  (func (export "last") (result i32)
    (call $store64 (i32.const 65528))
    (call $store32 (i32.const 65532))
    (call $store16 (i32.const 65534))
    (call $store8 (i32.const 65535))
    (i64.eq (i64.load (i32.const 65528)) (i64.const 0x1122333344444444))))
