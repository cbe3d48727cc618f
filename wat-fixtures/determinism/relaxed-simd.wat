;;! title    = "a relaxed vector operation gives the same bits each time that it has the same inputs"
;;! level    = "should"
;;! spec     = "relaxed SIMD: an operation may differ between implementations, and in one of them it is one function of its inputs"
;;! evidence = ["wasmtime docs on determinism: relaxed_simd_deterministic"]
;;! row      = "det.relaxed-simd"
;;! requires = ["simd", "relaxed-simd"]
;;! [[step]]
;;! call   = "same"
;;! args   = ["i32:10"]
;;! repeat = 20
;;! expect = { returned = ["i32:1"] }
;;! [[step]]
;;! call   = "same"
;;! args   = ["i32:100000"]
;;! repeat = 3
;;! expect = { returned = ["i32:1"] }
(module
  (global $known (mut i32) (i32.const 0))
  (global $first (mut v128) (v128.const i64x2 0 0))
  (memory 1)
  ;; Out-of-range lanes and indices, a rounding that a fused multiplication does not make, a NaN, both zeros.
  (data (i32.const 0)
    "\ff\00\10\80\7f\01\0f\11\20\40\60\c0\fe\02\03\04"
    "\01\00\80\3f\ff\ff\7f\3f\00\00\c0\7f\00\00\00\80"
    "\ff\ff\ff\4e\00\00\00\cf\00\00\c0\ff\00\00\00\00")
  (func $mix (result v128) (local $a v128) (local $b v128) (local $c v128)
    (local.set $a (v128.load (i32.const 0)))
    (local.set $b (v128.load (i32.const 16)))
    (local.set $c (v128.load (i32.const 32)))
    (v128.xor
      (v128.xor
        (i8x16.relaxed_swizzle (local.get $b) (local.get $a))
        (i32x4.relaxed_trunc_f32x4_s (local.get $c)))
      (v128.xor
        (v128.xor
          (f32x4.relaxed_madd (local.get $b) (local.get $b) (local.get $c))
          (f32x4.relaxed_min (local.get $b) (local.get $c)))
        (v128.xor
          (i32x4.relaxed_laneselect (local.get $b) (local.get $c) (local.get $a))
          (i16x8.relaxed_q15mulr_s (local.get $a) (local.get $a))))))
  (func (export "same") (param $n i32) (result i32)
    (if (i32.eqz (global.get $known))
      (then
        (global.set $known (i32.const 1))
        (global.set $first (call $mix))))
    (loop $again
      (if (v128.any_true (v128.xor (call $mix) (global.get $first))) (then (return (i32.const 2))))
      (local.set $n (i32.sub (local.get $n) (i32.const 1)))
      (br_if $again (local.get $n)))
    (i32.const 1)))
