;;! title    = "a float just outside the range of a signed integer traps when it is converted"
;;! level    = "must"
;;! spec     = "core 3.0, exec/numerics trunc_s"
;;! evidence = ["WebAssembly/spec test/core/conversions.wast", "JavaScriptCore: 'Out of bounds Trunc operation'"]
;;! row      = "crash.trap.bad-conversion"
;;! [[step]]
;;! instantiate = "main"
;;! [[step]]
;;! call   = "i32.trunc_f32_s below"
;;! expect = { trapped = "integer-overflow" }
;;! [[step]]
;;! drop = "main"
;;! [[step]]
;;! instantiate = "main"
;;! [[step]]
;;! call   = "i32.trunc_f32_s above"
;;! expect = { trapped = "integer-overflow" }
;;! [[step]]
;;! drop = "main"
;;! [[step]]
;;! instantiate = "main"
;;! [[step]]
;;! call   = "i32.trunc_f64_s below"
;;! expect = { trapped = "integer-overflow" }
;;! [[step]]
;;! drop = "main"
;;! [[step]]
;;! instantiate = "main"
;;! [[step]]
;;! call   = "i32.trunc_f64_s above"
;;! expect = { trapped = "integer-overflow" }
;;! [[step]]
;;! drop = "main"
;;! [[step]]
;;! instantiate = "main"
;;! [[step]]
;;! call   = "i64.trunc_f32_s below"
;;! expect = { trapped = "integer-overflow" }
;;! [[step]]
;;! drop = "main"
;;! [[step]]
;;! instantiate = "main"
;;! [[step]]
;;! call   = "i64.trunc_f32_s above"
;;! expect = { trapped = "integer-overflow" }
;;! [[step]]
;;! drop = "main"
;;! [[step]]
;;! instantiate = "main"
;;! [[step]]
;;! call   = "i64.trunc_f64_s below"
;;! expect = { trapped = "integer-overflow" }
;;! [[step]]
;;! drop = "main"
;;! [[step]]
;;! instantiate = "main"
;;! [[step]]
;;! call   = "i64.trunc_f64_s above"
;;! expect = { trapped = "integer-overflow" }
;; The nearest floats whose integer part the target type does not hold.
(module
  (global $i32_trunc_f32_s_below (mut f32) (f32.const -2147483904))
  (global $i32_trunc_f32_s_above (mut f32) (f32.const 2147483648))
  (global $i32_trunc_f64_s_below (mut f64) (f64.const -2147483649))
  (global $i32_trunc_f64_s_above (mut f64) (f64.const 2147483648))
  (global $i64_trunc_f32_s_below (mut f32) (f32.const -9223373136366403584))
  (global $i64_trunc_f32_s_above (mut f32) (f32.const 9223372036854775808))
  (global $i64_trunc_f64_s_below (mut f64) (f64.const -9223372036854777856))
  (global $i64_trunc_f64_s_above (mut f64) (f64.const 9223372036854775808))
  (func (export "i32.trunc_f32_s below") (drop (i32.trunc_f32_s (global.get $i32_trunc_f32_s_below))))
  (func (export "i32.trunc_f32_s above") (drop (i32.trunc_f32_s (global.get $i32_trunc_f32_s_above))))
  (func (export "i32.trunc_f64_s below") (drop (i32.trunc_f64_s (global.get $i32_trunc_f64_s_below))))
  (func (export "i32.trunc_f64_s above") (drop (i32.trunc_f64_s (global.get $i32_trunc_f64_s_above))))
  (func (export "i64.trunc_f32_s below") (drop (i64.trunc_f32_s (global.get $i64_trunc_f32_s_below))))
  (func (export "i64.trunc_f32_s above") (drop (i64.trunc_f32_s (global.get $i64_trunc_f32_s_above))))
  (func (export "i64.trunc_f64_s below") (drop (i64.trunc_f64_s (global.get $i64_trunc_f64_s_below))))
  (func (export "i64.trunc_f64_s above") (drop (i64.trunc_f64_s (global.get $i64_trunc_f64_s_above)))))
