;;! title    = "the smallest integer divided by minus one traps"
;;! level    = "must"
;;! spec     = "core 3.0, exec/numerics idiv_s"
;;! evidence = ["wasmtime tests/misc_testsuite/div-rem.wast"]
;;! row      = "crash.trap.int-overflow"
;;! [[step]]
;;! instantiate = "main"
;;! [[step]]
;;! call   = "i32.div_s"
;;! expect = { trapped = "integer-overflow" }
;;! [[step]]
;;! drop = "main"
;;! [[step]]
;;! instantiate = "main"
;;! [[step]]
;;! call   = "i64.div_s"
;;! expect = { trapped = "integer-overflow" }
(module
  (global $minus_one32 (mut i32) (i32.const -1))
  (global $minus_one64 (mut i64) (i64.const -1))
  (func (export "i32.div_s") (drop (i32.div_s (i32.const 0x80000000) (global.get $minus_one32))))
  (func (export "i64.div_s") (drop (i64.div_s (i64.const 0x8000000000000000) (global.get $minus_one64)))))
