;;! title    = "table.fill that goes beyond the end traps and fills nothing"
;;! level    = "must"
;;! spec     = "core 3.0, exec/instructions table.fill: bounds are checked before anything is written"
;;! evidence = ["WebAssembly spec test table_fill.wast"]
;;! row      = "mem.bulk.oob-no-partial"
;;! requires = ["bulk-memory", "reference-types"]
;;!
;;! [[step]]
;;! instantiate = "main"
;;! as          = "one-over"
;;!
;;! [[step]]
;;! call   = "fill"
;;! on     = "one-over"
;;! args   = ["i32:6", "i32:5"]
;;! expect = { trapped = "table-out-of-bounds" }
;;!
;;! [[step]]
;;! call   = "is_null"
;;! on     = "one-over"
;;! expect = { any = [
;;!   { returned = ["i32:1"] },
;;!   { rejected = "call", reason = "poisoned", when = { "afterTrap" = "poisoned" } },
;;! ] }
;;!
;;! [[step]]
;;! drop = "one-over"
;;!
;;! [[step]]
;;! instantiate = "main"
;;! as          = "far-over"
;;!
;;! [[step]]
;;! call   = "fill"
;;! on     = "far-over"
;;! args   = ["i32:6", "i32:-1"]
;;! expect = { trapped = "table-out-of-bounds" }
;;!
;;! [[step]]
;;! call   = "is_null"
;;! on     = "far-over"
;;! expect = { any = [
;;!   { returned = ["i32:1"] },
;;!   { rejected = "call", reason = "poisoned", when = { "afterTrap" = "poisoned" } },
;;! ] }
(module
  (table 10 funcref)
  (elem declare func $f)
  (func $f)
  (func (export "fill") (param $to i32) (param $length i32)
    (table.fill (local.get $to) (ref.func $f) (local.get $length)))
  (func (export "is_null") (result i32)
    (i32.and (ref.is_null (table.get (i32.const 6))) (ref.is_null (table.get (i32.const 9))))))
