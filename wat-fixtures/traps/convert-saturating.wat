;;! title    = "a saturating conversion never traps: NaN becomes zero, all else the nearest integer"
;;! level    = "must"
;;! spec     = "core 3.0, exec/numerics trunc_sat_u, trunc_sat_s"
;;! evidence = ["WebAssembly/spec test/core/conversions.wast"]
;;! row      = "crash.trap.bad-conversion"
;;! requires = ["saturating-float-to-int"]
;;! [[step]]
;;! call   = "wrong"
;;! expect = { returned = ["i32:0"] }
(module
  (global $wrong (mut i32) (i32.const 0))
  (func $check32 (param $bit i32) (param $is i32) (param $expected i32)
    (if (i32.ne (local.get $is) (local.get $expected))
      (then (global.set $wrong (i32.or (global.get $wrong) (i32.shl (i32.const 1) (local.get $bit)))))))
  (func $check64 (param $bit i32) (param $is i64) (param $expected i64)
    (if (i64.ne (local.get $is) (local.get $expected))
      (then (global.set $wrong (i32.or (global.get $wrong) (i32.shl (i32.const 1) (local.get $bit)))))))
  (global $nan32 (mut f32) (f32.const nan))
  (global $nan64 (mut f64) (f64.const -nan:0x4000000000000))
  (global $inf32 (mut f32) (f32.const inf))
  (global $inf64 (mut f64) (f64.const -inf))
  (global $big64 (mut f64) (f64.const 1e300))
  (func (export "wrong") (result i32)
    (call $check32 (i32.const 0) (i32.trunc_sat_f32_s (global.get $nan32)) (i32.const 0))
    (call $check32 (i32.const 1) (i32.trunc_sat_f32_u (global.get $inf32)) (i32.const -1))
    (call $check32 (i32.const 2) (i32.trunc_sat_f64_s (global.get $inf64)) (i32.const -2147483648))
    (call $check32 (i32.const 3) (i32.trunc_sat_f64_u (global.get $inf64)) (i32.const 0))
    (call $check64 (i32.const 4) (i64.trunc_sat_f32_s (global.get $inf32)) (i64.const 9223372036854775807))
    (call $check64 (i32.const 5) (i64.trunc_sat_f32_u (global.get $nan32)) (i64.const 0))
    (call $check64 (i32.const 6) (i64.trunc_sat_f64_s (global.get $nan64)) (i64.const 0))
    (call $check64 (i32.const 7) (i64.trunc_sat_f64_u (global.get $big64)) (i64.const -1))
    (global.get $wrong)))
