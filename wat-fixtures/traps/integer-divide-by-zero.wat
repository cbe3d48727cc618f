;;! title    = "an integer division by zero traps"
;;! level    = "must"
;;! spec     = "core 3.0, exec/numerics idiv_u, idiv_s"
;;! evidence = ["wasmtime tests/misc_testsuite/div-rem.wast"]
;;! row      = "crash.trap.int-div-zero"
;;! [[step]]
;;! instantiate = "main"
;;! [[step]]
;;! call   = "i32.div_s"
;;! expect = { trapped = "integer-divide-by-zero" }
;;! [[step]]
;;! drop = "main"
;;! [[step]]
;;! instantiate = "main"
;;! [[step]]
;;! call   = "i32.div_u"
;;! expect = { trapped = "integer-divide-by-zero" }
;;! [[step]]
;;! drop = "main"
;;! [[step]]
;;! instantiate = "main"
;;! [[step]]
;;! call   = "i64.div_s"
;;! expect = { trapped = "integer-divide-by-zero" }
;;! [[step]]
;;! drop = "main"
;;! [[step]]
;;! instantiate = "main"
;;! [[step]]
;;! call   = "i64.div_u"
;;! expect = { trapped = "integer-divide-by-zero" }
;; A sandbox of its own for each trap: a host may refuse further calls after one. The divisors are variables, so that no
;; compiler can decide before the code runs, and the results are dropped, which must not drop the traps.
(module
  (global $zero32 (mut i32) (i32.const 0))
  (global $zero64 (mut i64) (i64.const 0))
  (func (export "i32.div_s") (drop (i32.div_s (i32.const 7) (global.get $zero32))))
  (func (export "i32.div_u") (drop (i32.div_u (i32.const 7) (global.get $zero32))))
  (func (export "i64.div_s") (drop (i64.div_s (i64.const 7) (global.get $zero64))))
  (func (export "i64.div_u") (drop (i64.div_u (i64.const 7) (global.get $zero64)))))
