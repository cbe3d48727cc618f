;;! title    = "table.copy that reads or writes beyond the end traps and copies nothing"
;;! level    = "must"
;;! spec     = "core 3.0, exec/instructions table.copy: bounds are checked before anything is written"
;;! evidence = ["wasmtime tests/misc_testsuite/table_copy.wast", "WebAssembly spec test table_copy.wast"]
;;! row      = "mem.bulk.oob-no-partial"
;;! requires = ["bulk-memory", "reference-types"]
;;!
;;! [[step]]
;;! instantiate = "main"
;;! as          = "target-over"
;;!
;;! [[step]]
;;! call   = "copy"
;;! on     = "target-over"
;;! args   = ["i32:7", "i32:0", "i32:4"]
;;! expect = { trapped = "table-out-of-bounds" }
;;!
;;! [[step]]
;;! call   = "is_null"
;;! on     = "target-over"
;;! expect = { any = [
;;!   { returned = ["i32:1"] },
;;!   { rejected = "call", reason = "poisoned", when = { "afterTrap" = "poisoned" } },
;;! ] }
;;!
;;! [[step]]
;;! drop = "target-over"
;;!
;;! [[step]]
;;! instantiate = "main"
;;! as          = "source-over"
;;!
;;! [[step]]
;;! call   = "copy"
;;! on     = "source-over"
;;! args   = ["i32:4", "i32:8", "i32:3"]
;;! expect = { trapped = "table-out-of-bounds" }
;;!
;;! [[step]]
;;! call   = "is_null"
;;! on     = "source-over"
;;! expect = { any = [
;;!   { returned = ["i32:1"] },
;;!   { rejected = "call", reason = "poisoned", when = { "afterTrap" = "poisoned" } },
;;! ] }
(module
  (table 10 funcref)
  (elem (i32.const 0) func $f $f $f $f)
  (elem (i32.const 8) func $f $f)
  (func $f)
  (func (export "copy") (param $to i32) (param $from i32) (param $length i32)
    (table.copy (local.get $to) (local.get $from) (local.get $length)))
  (func (export "is_null") (result i32)
    (i32.and (ref.is_null (table.get (i32.const 4))) (ref.is_null (table.get (i32.const 7))))))
