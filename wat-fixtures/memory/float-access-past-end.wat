;;! title    = "loads and stores of floats reach the last byte of the memory, and trap one byte further"
;;! level    = "must"
;;! spec     = "core 3.0, exec/instructions memory instructions: a trap where any byte of the access is beyond the memory"
;;! evidence = ["wasmtime tests/misc_testsuite/f64-copysign.wast: a load folded into a wider operation", "RUSTSEC-2026-0006"]
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
;;!
;;! [[step]]
;;! drop = "load64"
;;!
;;! [[step]]
;;! instantiate = "main"
;;! as          = "copysign"
;;!
;;! [[step]]
;;! call   = "copysign"
;;! on     = "copysign"
;;! args   = ["i32:65529"]
;;! expect = { trapped = "memory-out-of-bounds" }
;;!
;;! [[step]]
;;! drop = "copysign"
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
  (func $load32 (export "load32") (param i32) (result f32) (f32.load (local.get 0)))
  (func $load64 (export "load64") (param i32) (result f64) (f64.load (local.get 0)))
  (func $store32 (export "store32") (param i32) (f32.store (local.get 0) (f32.const 1.5)))
  (func $store64 (export "store64") (param i32) (f64.store (local.get 0) (f64.const 2.5)))
  ;; Compilers that make one 16-byte operation of this read behind the end.
  (func $copysign (export "copysign") (param i32) (result f64)
    (f64.copysign (f64.const -1) (f64.load (local.get 0))))
  (func (export "last") (result i32)
    (call $store64 (i32.const 65528))
    (if (f64.ne (call $load64 (i32.const 65528)) (f64.const 2.5)) (then (return (i32.const 0))))
    (if (f64.ne (call $copysign (i32.const 65528)) (f64.const 1)) (then (return (i32.const 0))))
    (call $store32 (i32.const 65532))
    (f32.eq (call $load32 (i32.const 65532)) (f32.const 1.5))))
