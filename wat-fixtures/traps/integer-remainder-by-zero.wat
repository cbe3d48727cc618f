;;! title    = "an integer remainder by zero traps"
;;! level    = "must"
;;! spec     = "core 3.0, exec/numerics irem_u, irem_s"
;;! evidence = ["wasmtime tests/misc_testsuite/div-rem.wast", "V8 words it 'remainder by zero': the code is the same"]
;;! row      = "crash.trap.int-rem-zero"
;;! [[step]]
;;! instantiate = "main"
;;! [[step]]
;;! call   = "i32.rem_s"
;;! expect = { trapped = "integer-divide-by-zero" }
;;! [[step]]
;;! drop = "main"
;;! [[step]]
;;! instantiate = "main"
;;! [[step]]
;;! call   = "i32.rem_u"
;;! expect = { trapped = "integer-divide-by-zero" }
;;! [[step]]
;;! drop = "main"
;;! [[step]]
;;! instantiate = "main"
;;! [[step]]
;;! call   = "i64.rem_s"
;;! expect = { trapped = "integer-divide-by-zero" }
;;! [[step]]
;;! drop = "main"
;;! [[step]]
;;! instantiate = "main"
;;! [[step]]
;;! call   = "i64.rem_u"
;;! expect = { trapped = "integer-divide-by-zero" }
(module
  (global $zero32 (mut i32) (i32.const 0))
  (global $zero64 (mut i64) (i64.const 0))
  (func (export "i32.rem_s") (drop (i32.rem_s (i32.const 7) (global.get $zero32))))
  (func (export "i32.rem_u") (drop (i32.rem_u (i32.const 7) (global.get $zero32))))
  (func (export "i64.rem_s") (drop (i64.rem_s (i64.const 7) (global.get $zero64))))
  (func (export "i64.rem_u") (drop (i64.rem_u (i64.const 7) (global.get $zero64)))))
