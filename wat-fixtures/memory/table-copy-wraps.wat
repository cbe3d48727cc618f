;;! title    = "table.copy whose index and length come to more than 31 bits traps, and copies nothing"
;;! level    = "must"
;;! spec     = "core 3.0, exec/instructions table.copy: i + n is a number, not an i32"
;;! evidence = ["Endive 1.2.0: the sum wraps, entries are written until Java ends it"]
;;! row      = "mem.bulk.oob-no-partial"
;;! requires = ["bulk-memory", "reference-types"]
;;! [[step]]
;;! call   = "copy"
;;! expect = { trapped = "table-out-of-bounds" }
;;! [[step]]
;;! call   = "untouched"
;;! expect = { returned = ["i32:1"] }
(module
  (table $from 10 funcref)
  (table $to 20 funcref)
  (elem (table $from) (i32.const 1) func $f)
  (func $f)
  (func (export "copy")
    (table.copy $to $from (i32.const 1) (i32.const 1) (i32.const 0x7fffffff)))
  (func (export "untouched") (result i32) (ref.is_null (table.get $to (i32.const 1)))))
