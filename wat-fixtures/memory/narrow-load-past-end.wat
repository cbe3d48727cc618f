;;! title    = "a load that widens what it reads is bounded by the bytes that it reads, not by those that it makes"
;;! level    = "must"
;;! spec     = "core 3.0, exec/instructions memory instructions: a trap where any byte of the access is beyond the memory"
;;! evidence = ["wasmtime tests/all/memory.rs, offsets_static_dynamic_oh_my"]
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
(module
  (memory 1)
  (data (i32.const 65532) "\fc\fd\fe\ff")
  (func $load8 (export "load8") (param i32) (result i64) (i64.load8_s (local.get 0)))
  (func $load16 (export "load16") (param i32) (result i64) (i64.load16_s (local.get 0)))
  (func $load32 (export "load32") (param i32) (result i64) (i64.load32_s (local.get 0)))
  ;; Read as eight bytes each of them would be beyond the end.
  (func (export "last") (result i32)
    (if (i64.ne (call $load8 (i32.const 65535)) (i64.const -1)) (then (return (i32.const 0))))
    (if (i64.ne (call $load16 (i32.const 65534)) (i64.const -2)) (then (return (i32.const 0))))
    (if (i64.ne (call $load32 (i32.const 65532)) (i64.const 0xffffffff_fffefdfc)) (then (return (i32.const 0))))
    (if (i32.ne (i32.load8_s (i32.const 65535)) (i32.const -1)) (then (return (i32.const 0))))
    (i32.eq (i32.load16_s (i32.const 65534)) (i32.const -2))))
