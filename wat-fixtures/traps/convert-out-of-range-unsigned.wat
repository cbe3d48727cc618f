;;! title    = "a float just outside the range of an unsigned integer traps when it is converted"
;;! level    = "must"
;;! spec     = "core 3.0, exec/numerics trunc_u"
;;! evidence = ["WebAssembly/spec test/core/conversions.wast"]
;;! row      = "crash.trap.bad-conversion"
;;! [[step]]
;;! instantiate = "main"
;;! [[step]]
;;! call   = "i32.trunc_f32_u below"
;;! expect = { trapped = "integer-overflow" }
;;! [[step]]
;;! drop = "main"
;;! [[step]]
;;! instantiate = "main"
;;! [[step]]
;;! call   = "i32.trunc_f32_u above"
;;! expect = { trapped = "integer-overflow" }
;;! [[step]]
;;! drop = "main"
;;! [[step]]
;;! instantiate = "main"
;;! [[step]]
;;! call   = "i32.trunc_f64_u below"
;;! expect = { trapped = "integer-overflow" }
;;! [[step]]
;;! drop = "main"
;;! [[step]]
;;! instantiate = "main"
;;! [[step]]
;;! call   = "i32.trunc_f64_u above"
;;! expect = { trapped = "integer-overflow" }
;;! [[step]]
;;! drop = "main"
;;! [[step]]
;;! instantiate = "main"
;;! [[step]]
;;! call   = "i64.trunc_f32_u below"
;;! expect = { trapped = "integer-overflow" }
;;! [[step]]
;;! drop = "main"
;;! [[step]]
;;! instantiate = "main"
;;! [[step]]
;;! call   = "i64.trunc_f32_u above"
;;! expect = { trapped = "integer-overflow" }
;;! [[step]]
;;! drop = "main"
;;! [[step]]
;;! instantiate = "main"
;;! [[step]]
;;! call   = "i64.trunc_f64_u below"
;;! expect = { trapped = "integer-overflow" }
;;! [[step]]
;;! drop = "main"
;;! [[step]]
;;! instantiate = "main"
;;! [[step]]
;;! call   = "i64.trunc_f64_u above"
;;! expect = { trapped = "integer-overflow" }
(module
  (global $i32_trunc_f32_u_below (mut f32) (f32.const -1))
  (global $i32_trunc_f32_u_above (mut f32) (f32.const 4294967296))
  (global $i32_trunc_f64_u_below (mut f64) (f64.const -1))
  (global $i32_trunc_f64_u_above (mut f64) (f64.const 4294967296))
  (global $i64_trunc_f32_u_below (mut f32) (f32.const -1))
  (global $i64_trunc_f32_u_above (mut f32) (f32.const 18446744073709551616))
  (global $i64_trunc_f64_u_below (mut f64) (f64.const -1))
  (global $i64_trunc_f64_u_above (mut f64) (f64.const 18446744073709551616))
  (func (export "i32.trunc_f32_u below") (drop (i32.trunc_f32_u (global.get $i32_trunc_f32_u_below))))
  (func (export "i32.trunc_f32_u above") (drop (i32.trunc_f32_u (global.get $i32_trunc_f32_u_above))))
  (func (export "i32.trunc_f64_u below") (drop (i32.trunc_f64_u (global.get $i32_trunc_f64_u_below))))
  (func (export "i32.trunc_f64_u above") (drop (i32.trunc_f64_u (global.get $i32_trunc_f64_u_above))))
  (func (export "i64.trunc_f32_u below") (drop (i64.trunc_f32_u (global.get $i64_trunc_f32_u_below))))
  (func (export "i64.trunc_f32_u above") (drop (i64.trunc_f32_u (global.get $i64_trunc_f32_u_above))))
  (func (export "i64.trunc_f64_u below") (drop (i64.trunc_f64_u (global.get $i64_trunc_f64_u_below))))
  (func (export "i64.trunc_f64_u above") (drop (i64.trunc_f64_u (global.get $i64_trunc_f64_u_above)))))
