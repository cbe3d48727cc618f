;;! title    = "table.init beyond the table or beyond its segment traps and writes nothing"
;;! level    = "must"
;;! spec     = "core 3.0, exec/instructions table.init: bounds are checked before anything is written"
;;! evidence = ["WebAssembly spec test table_init.wast"]
;;! row      = "mem.bulk.oob-no-partial"
;;! requires = ["bulk-memory", "reference-types"]
;;!
;;! [[step]]
;;! instantiate = "main"
;;! as          = "table-over"
;;!
;;! [[step]]
;;! call   = "init"
;;! on     = "table-over"
;;! args   = ["i32:8", "i32:0", "i32:3"]
;;! expect = { trapped = "table-out-of-bounds" }
;;!
;;! [[step]]
;;! call   = "is_null"
;;! on     = "table-over"
;;! expect = { any = [
;;!   { returned = ["i32:1"] },
;;!   { rejected = "call", reason = "poisoned", when = { "afterTrap" = "poisoned" } },
;;! ] }
;;!
;;! [[step]]
;;! drop = "table-over"
;;!
;;! [[step]]
;;! instantiate = "main"
;;! as          = "segment-over"
;;!
;;! [[step]]
;;! call   = "init"
;;! on     = "segment-over"
;;! args   = ["i32:8", "i32:3", "i32:2"]
;;! expect = { trapped = "table-out-of-bounds" }
;;!
;;! [[step]]
;;! call   = "is_null"
;;! on     = "segment-over"
;;! expect = { any = [
;;!   { returned = ["i32:1"] },
;;!   { rejected = "call", reason = "poisoned", when = { "afterTrap" = "poisoned" } },
;;! ] }
;;!
;;! [[step]]
;;! drop = "segment-over"
;;!
;;! [[step]]
;;! instantiate = "main"
;;! as          = "offset-over"
;;!
;;! [[step]]
;;! call   = "init"
;;! on     = "offset-over"
;;! args   = ["i32:0", "i32:-1", "i32:2"]
;;! expect = { trapped = "table-out-of-bounds" }
;;!
;;! [[step]]
;;! call   = "is_null"
;;! on     = "offset-over"
;;! expect = { any = [
;;!   { returned = ["i32:1"] },
;;!   { rejected = "call", reason = "poisoned", when = { "afterTrap" = "poisoned" } },
;;! ] }
(module
  (table 10 funcref)
  (elem $functions func $f $f $f $f)
  (func $f)
  (func (export "init") (param $to i32) (param $from i32) (param $length i32)
    (table.init $functions (local.get $to) (local.get $from) (local.get $length)))
  (func (export "is_null") (result i32)
    (i32.and (ref.is_null (table.get (i32.const 0))) (ref.is_null (table.get (i32.const 8))))))
