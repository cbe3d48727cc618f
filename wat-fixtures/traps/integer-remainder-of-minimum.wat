;;! title    = "the remainder of the smallest integer by minus one is zero, and no trap"
;;! level    = "must"
;;! spec     = "core 3.0, exec/numerics irem_s"
;;! evidence = ["wasmi CHANGELOG: it trapped", "the division instruction of x86 faults on it"]
;;! row      = "crash.trap.int-overflow"
;;! [[step]]
;;! call   = "i32.rem_s"
;;! expect = { returned = ["i32:0"] }
;;! [[step]]
;;! call   = "i64.rem_s"
;;! expect = { returned = ["i64:0"] }
(module
  (global $minus_one32 (mut i32) (i32.const -1))
  (global $minus_one64 (mut i64) (i64.const -1))
  (func (export "i32.rem_s") (result i32) (i32.rem_s (i32.const 0x80000000) (global.get $minus_one32)))
  (func (export "i64.rem_s") (result i64) (i64.rem_s (i64.const 0x8000000000000000) (global.get $minus_one64))))
