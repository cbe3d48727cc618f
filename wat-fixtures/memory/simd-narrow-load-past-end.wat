;;! title    = "a vector load that fills lanes from fewer than 16 bytes is bounded by the bytes that it reads"
;;! level    = "must"
;;! spec     = "core 3.0, exec/instructions vector memory instructions: a trap where any byte of the access is beyond the memory"
;;! evidence = [
;;!   "RUSTSEC-2026-0006",
;;!   "wasmtime tests/misc_testsuite/simd/load_splat_out_of_bounds.wast",
;;!   "WebAssembly spec tests simd_load_splat.wast, simd_load_extend.wast and simd_load_zero.wast",
;;! ]
;;! row      = "mem.oob.simd-edge"
;;! requires = ["simd"]
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
;;! as          = "splat8"
;;!
;;! [[step]]
;;! call   = "splat8"
;;! on     = "splat8"
;;! args   = ["i32:65536"]
;;! expect = { trapped = "memory-out-of-bounds" }
;;!
;;! [[step]]
;;! drop = "splat8"
;;!
;;! [[step]]
;;! instantiate = "main"
;;! as          = "splat64"
;;!
;;! [[step]]
;;! call   = "splat64"
;;! on     = "splat64"
;;! args   = ["i32:65529"]
;;! expect = { trapped = "memory-out-of-bounds" }
;;!
;;! [[step]]
;;! drop = "splat64"
;;!
;;! [[step]]
;;! instantiate = "main"
;;! as          = "extend"
;;!
;;! [[step]]
;;! call   = "extend"
;;! on     = "extend"
;;! args   = ["i32:65529"]
;;! expect = { trapped = "memory-out-of-bounds" }
;;!
;;! [[step]]
;;! drop = "extend"
;;!
;;! [[step]]
;;! instantiate = "main"
;;! as          = "zero"
;;!
;;! [[step]]
;;! call   = "zero"
;;! on     = "zero"
;;! args   = ["i32:65533"]
;;! expect = { trapped = "memory-out-of-bounds" }
;;!
;;! [[step]]
;;! drop = "zero"
;;!
;;! [[step]]
;;! instantiate = "main"
;;! as          = "folded"
;;!
;;! [[step]]
;;! call   = "folded"
;;! on     = "folded"
;;! args   = ["i32:65529"]
;;! expect = { trapped = "memory-out-of-bounds" }
(module
  (memory 1)
  (data (i32.const 65528) "\01\02\03\04\05\06\07\08")
  (func $splat8 (export "splat8") (param i32) (result i32)
    (i8x16.extract_lane_u 15 (v128.load8_splat (local.get 0))))
  (func $splat64 (export "splat64") (param i32) (result i64)
    (i64x2.extract_lane 1 (v128.load64_splat (local.get 0))))
  (func $extend (export "extend") (param i32) (result i32)
    (i16x8.extract_lane_u 7 (v128.load8x8_u (local.get 0))))
  (func $zero (export "zero") (param i32) (result i64)
    (i64x2.extract_lane 0 (v128.load32_zero (local.get 0))))
  ;; The load is eight bytes wide, though the operation that it becomes part of is sixteen.
  (func $folded (export "folded") (param i32) (result f64)
    (f64x2.extract_lane 0 (f64x2.add (f64x2.splat (f64.load (local.get 0))) (v128.const f64x2 0 0))))
  (func (export "last") (result i32)
    (if (i32.ne (call $splat8 (i32.const 65535)) (i32.const 8)) (then (return (i32.const 0))))
    (if (i64.ne (call $splat64 (i32.const 65528)) (i64.const 0x0807060504030201)) (then (return (i32.const 0))))
    (if (i32.ne (call $extend (i32.const 65528)) (i32.const 8)) (then (return (i32.const 0))))
    (if (i64.ne (call $zero (i32.const 65532)) (i64.const 0x08070605)) (then (return (i32.const 0))))
    (i64.eq (i64.reinterpret_f64 (call $folded (i32.const 65528))) (i64.const 0x0807060504030201))))
