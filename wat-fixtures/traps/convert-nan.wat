;;! title    = "a NaN converted to an integer traps, whatever its bits"
;;! level    = "must"
;;! spec     = "core 3.0, exec/numerics trunc_u, trunc_s"
;;! evidence = ["WebAssembly/spec test/core/conversions.wast"]
;;! row      = "crash.trap.bad-conversion"
;;! [[step]]
;;! instantiate = "main"
;;! [[step]]
;;! call   = "i32.trunc_f32_s"
;;! expect = { trapped = "invalid-conversion-to-integer" }
;;! [[step]]
;;! drop = "main"
;;! [[step]]
;;! instantiate = "main"
;;! [[step]]
;;! call   = "i32.trunc_f32_u"
;;! expect = { trapped = "invalid-conversion-to-integer" }
;;! [[step]]
;;! drop = "main"
;;! [[step]]
;;! instantiate = "main"
;;! [[step]]
;;! call   = "i32.trunc_f64_s"
;;! expect = { trapped = "invalid-conversion-to-integer" }
;;! [[step]]
;;! drop = "main"
;;! [[step]]
;;! instantiate = "main"
;;! [[step]]
;;! call   = "i32.trunc_f64_u"
;;! expect = { trapped = "invalid-conversion-to-integer" }
;;! [[step]]
;;! drop = "main"
;;! [[step]]
;;! instantiate = "main"
;;! [[step]]
;;! call   = "i64.trunc_f32_s"
;;! expect = { trapped = "invalid-conversion-to-integer" }
;;! [[step]]
;;! drop = "main"
;;! [[step]]
;;! instantiate = "main"
;;! [[step]]
;;! call   = "i64.trunc_f32_u"
;;! expect = { trapped = "invalid-conversion-to-integer" }
;;! [[step]]
;;! drop = "main"
;;! [[step]]
;;! instantiate = "main"
;;! [[step]]
;;! call   = "i64.trunc_f64_s"
;;! expect = { trapped = "invalid-conversion-to-integer" }
;;! [[step]]
;;! drop = "main"
;;! [[step]]
;;! instantiate = "main"
;;! [[step]]
;;! call   = "i64.trunc_f64_u"
;;! expect = { trapped = "invalid-conversion-to-integer" }
;; Quiet and signalling NaNs of both signs.
(module
  (global $quiet32 (mut f32) (f32.const nan))
  (global $signalling32 (mut f32) (f32.const -nan:0x200000))
  (global $quiet64 (mut f64) (f64.const -nan))
  (global $signalling64 (mut f64) (f64.const nan:0x4000000000000))
  (func (export "i32.trunc_f32_s") (drop (i32.trunc_f32_s (global.get $quiet32))))
  (func (export "i32.trunc_f32_u") (drop (i32.trunc_f32_u (global.get $signalling32))))
  (func (export "i32.trunc_f64_s") (drop (i32.trunc_f64_s (global.get $signalling64))))
  (func (export "i32.trunc_f64_u") (drop (i32.trunc_f64_u (global.get $quiet64))))
  (func (export "i64.trunc_f32_s") (drop (i64.trunc_f32_s (global.get $signalling32))))
  (func (export "i64.trunc_f32_u") (drop (i64.trunc_f32_u (global.get $quiet32))))
  (func (export "i64.trunc_f64_s") (drop (i64.trunc_f64_s (global.get $quiet64))))
  (func (export "i64.trunc_f64_u") (drop (i64.trunc_f64_u (global.get $signalling64)))))
