;;! title    = "a float whose integer part the target type holds is converted, up to the very ends of the range"
;;! level    = "must"
;;! spec     = "core 3.0, exec/numerics trunc_u, trunc_s"
;;! evidence = ["WebAssembly/spec test/core/conversions.wast"]
;;! row      = "crash.trap.bad-conversion"
;;! [[step]]
;;! call   = "wrong"
;;! expect = { returned = ["i32:0"] }
;; Each check that goes wrong sets a bit of the result. The bounds that hosts check against are those of the float, not
;; of the integer: -2147483648.9 is in range.
(module
  (global $wrong (mut i32) (i32.const 0))
  (func $check32 (param $bit i32) (param $is i32) (param $expected i32)
    (if (i32.ne (local.get $is) (local.get $expected))
      (then (global.set $wrong (i32.or (global.get $wrong) (i32.shl (i32.const 1) (local.get $bit)))))))
  (func $check64 (param $bit i32) (param $is i64) (param $expected i64)
    (if (i64.ne (local.get $is) (local.get $expected))
      (then (global.set $wrong (i32.or (global.get $wrong) (i32.shl (i32.const 1) (local.get $bit)))))))
  (global $a (mut f32) (f32.const 2147483520))
  (global $b (mut f32) (f32.const -2147483648))
  (global $c (mut f64) (f64.const 2147483647.9))
  (global $d (mut f64) (f64.const -2147483648.9))
  (global $e (mut f32) (f32.const -0x1.fffffep-1))
  (global $f (mut f64) (f64.const 4294967295.9))
  (global $g (mut f64) (f64.const -0x1.fffffffffffffp-1))
  (global $h (mut f64) (f64.const 9223372036854774784))
  (global $i (mut f64) (f64.const -9223372036854775808))
  (global $j (mut f32) (f32.const 18446742974197923840))
  (global $k (mut f64) (f64.const 18446744073709549568))
  (func (export "wrong") (result i32)
    (call $check32 (i32.const 0) (i32.trunc_f32_s (global.get $a)) (i32.const 2147483520))
    (call $check32 (i32.const 1) (i32.trunc_f32_s (global.get $b)) (i32.const -2147483648))
    (call $check32 (i32.const 2) (i32.trunc_f64_s (global.get $c)) (i32.const 2147483647))
    (call $check32 (i32.const 3) (i32.trunc_f64_s (global.get $d)) (i32.const -2147483648))
    (call $check32 (i32.const 4) (i32.trunc_f32_u (global.get $e)) (i32.const 0))
    (call $check32 (i32.const 5) (i32.trunc_f64_u (global.get $f)) (i32.const -1))
    (call $check64 (i32.const 6) (i64.trunc_f64_u (global.get $g)) (i64.const 0))
    (call $check64 (i32.const 7) (i64.trunc_f64_s (global.get $h)) (i64.const 9223372036854774784))
    (call $check64 (i32.const 8) (i64.trunc_f64_s (global.get $i)) (i64.const -9223372036854775808))
    (call $check64 (i32.const 9) (i64.trunc_f32_u (global.get $j)) (i64.const -1099511627776))
    (call $check64 (i32.const 10) (i64.trunc_f64_u (global.get $k)) (i64.const -2048))
    (global.get $wrong)))
