;;! title    = "a bulk operation of length zero works at the very end of a table and traps one element behind it"
;;! level    = "must"
;;! spec     = "core 3.0, exec/instructions table.fill, table.copy and table.init"
;;! evidence = ["WebAssembly spec tests table_fill.wast, table_copy.wast and table_init.wast"]
;;! row      = "mem.bulk.zero-length-edge"
;;! requires = ["bulk-memory", "reference-types"]
;;!
;;! [[step]]
;;! instantiate = "main"
;;!
;;! [[step]]
;;! call   = "at_end"
;;! expect = { returned = [] }
;;!
;;! [[step]]
;;! instantiate = "main"
;;! as          = "fill"
;;!
;;! [[step]]
;;! call   = "fill"
;;! on     = "fill"
;;! args   = ["i32:11"]
;;! expect = { trapped = "table-out-of-bounds" }
;;!
;;! [[step]]
;;! drop = "fill"
;;!
;;! [[step]]
;;! instantiate = "main"
;;! as          = "copy-to"
;;!
;;! [[step]]
;;! call   = "copy"
;;! on     = "copy-to"
;;! args   = ["i32:11", "i32:0"]
;;! expect = { trapped = "table-out-of-bounds" }
;;!
;;! [[step]]
;;! drop = "copy-to"
;;!
;;! [[step]]
;;! instantiate = "main"
;;! as          = "copy-from"
;;!
;;! [[step]]
;;! call   = "copy"
;;! on     = "copy-from"
;;! args   = ["i32:0", "i32:11"]
;;! expect = { trapped = "table-out-of-bounds" }
;;!
;;! [[step]]
;;! drop = "copy-from"
;;!
;;! [[step]]
;;! instantiate = "main"
;;! as          = "init-to"
;;!
;;! [[step]]
;;! call   = "init"
;;! on     = "init-to"
;;! args   = ["i32:11", "i32:0"]
;;! expect = { trapped = "table-out-of-bounds" }
;;!
;;! [[step]]
;;! drop = "init-to"
;;!
;;! [[step]]
;;! instantiate = "main"
;;! as          = "init-from"
;;!
;;! [[step]]
;;! call   = "init"
;;! on     = "init-from"
;;! args   = ["i32:0", "i32:3"]
;;! expect = { trapped = "table-out-of-bounds" }
(module
  (table 10 funcref)
  (elem $functions func $f $f)
  (func $f)
  (func $fill (export "fill") (param i32)
    (table.fill (local.get 0) (ref.null func) (i32.const 0)))
  (func $copy (export "copy") (param i32 i32)
    (table.copy (local.get 0) (local.get 1) (i32.const 0)))
  (func $init (export "init") (param i32 i32)
    (table.init $functions (local.get 0) (local.get 1) (i32.const 0)))
  (func (export "at_end")
    (call $fill (i32.const 10))
    (call $copy (i32.const 10) (i32.const 10))
    (call $init (i32.const 10) (i32.const 2))))
