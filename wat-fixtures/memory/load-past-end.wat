;;! title    = "a load of any width reaches the last byte of the memory, and traps one byte further"
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
;;! as          = "load8"
;;!
;;! [[step]]
;;! call   = "load8"
;;! on     = "load8"
;;! args   = ["i32:65536"]
;;! expect = { trapped = "memory-out-of-bounds" }
;;!
;;! [[step]]
;;! drop = "load8"
;;!
;;! [[step]]
;;! instantiate = "main"
;;! as          = "load16"
;;!
;;! [[step]]
;;! call   = "load16"
;;! on     = "load16"
;;! args   = ["i32:65535"]
;;! expect = { trapped = "memory-out-of-bounds" }
;;!
;;! [[step]]
;;! drop = "load16"
;;!
;;! [[step]]
;;! instantiate = "main"
;;! as          = "load32"
;;!
;;! [[step]]
;;! call   = "load32"
;;! on     = "load32"
;;! args   = ["i32:65533"]
;;! expect = { trapped = "memory-out-of-bounds" }
;;!
;;! [[step]]
;;! drop = "load32"
;;!
;;! [[step]]
;;! instantiate = "main"
;;! as          = "load64"
;;!
;;! [[step]]
;;! call   = "load64"
;;! on     = "load64"
;;! args   = ["i32:65529"]
;;! expect = { trapped = "memory-out-of-bounds" }
(module
  (memory 1)
  (data (i32.const 65528) "\01\02\03\04\05\06\07\08")
  (func $load8 (export "load8") (param i32) (result i32) (i32.load8_u (local.get 0)))
  (func $load16 (export "load16") (param i32) (result i32) (i32.load16_u (local.get 0)))
  (func $load32 (export "load32") (param i32) (result i32) (i32.load (local.get 0)))
  (func $load64 (export "load64") (param i32) (result i64) (i64.load (local.get 0)))
  (func (export "last") (result i32)
    (if (i32.ne (call $load8 (i32.const 65535)) (i32.const 8)) (then (return (i32.const 0))))
    (if (i32.ne (call $load16 (i32.const 65534)) (i32.const 0x0807)) (then (return (i32.const 0))))
    (if (i32.ne (call $load32 (i32.const 65532)) (i32.const 0x08070605)) (then (return (i32.const 0))))
    (i64.eq (call $load64 (i32.const 65528)) (i64.const 0x0807060504030201))))
