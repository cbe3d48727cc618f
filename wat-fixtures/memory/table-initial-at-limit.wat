;;! title    = "a module whose table has exactly as many elements as the limit is made, and has all of them"
;;! level    = "must"
;;! spec     = "owed to every user of a sandbox: what the limit grants is there"
;;! evidence = ["wasmtime tests/all/limits.rs, test_limits_table_only"]
;;! row      = "mem.table.initial-above-limit"
;;! limits   = { table = 100 }
;;!
;;! [[step]]
;;! call   = "call_last"
;;! expect = { returned = ["i32:7"] }
(module
  (type $answer (func (result i32)))
  (table 100 funcref)
  (elem (i32.const 99) $seven)
  (func $seven (result i32) (i32.const 7))
  (func (export "call_last") (result i32)
    (call_indirect (type $answer) (i32.const 99))))
