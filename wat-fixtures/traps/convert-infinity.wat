;;! title    = "an infinity converted to an integer traps"
;;! level    = "must"
;;! spec     = "core 3.0, exec/numerics trunc_u, trunc_s"
;;! evidence = ["WebAssembly/spec test/core/conversions.wast"]
;;! row      = "crash.trap.bad-conversion"
;;! [[step]]
;;! instantiate = "main"
;;! [[step]]
;;! call   = "i32.trunc_f32_s"
;;! expect = { trapped = "integer-overflow" }
;;! [[step]]
;;! drop = "main"
;;! [[step]]
;;! instantiate = "main"
;;! [[step]]
;;! call   = "i32.trunc_f64_u"
;;! expect = { trapped = "integer-overflow" }
;;! [[step]]
;;! drop = "main"
;;! [[step]]
;;! instantiate = "main"
;;! [[step]]
;;! call   = "i64.trunc_f32_u"
;;! expect = { trapped = "integer-overflow" }
;;! [[step]]
;;! drop = "main"
;;! [[step]]
;;! instantiate = "main"
;;! [[step]]
;;! call   = "i64.trunc_f64_s"
;;! expect = { trapped = "integer-overflow" }
(module
  (global $inf32 (mut f32) (f32.const inf))
  (global $inf64 (mut f64) (f64.const -inf))
  (func (export "i32.trunc_f32_s") (drop (i32.trunc_f32_s (global.get $inf32))))
  (func (export "i32.trunc_f64_u") (drop (i32.trunc_f64_u (global.get $inf64))))
  (func (export "i64.trunc_f32_u") (drop (i64.trunc_f32_u (global.get $inf32))))
  (func (export "i64.trunc_f64_s") (drop (i64.trunc_f64_s (global.get $inf64)))))
