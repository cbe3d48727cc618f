;;! title    = "table.get and table.set trap behind the end of the table"
;;! level    = "must"
;;! spec     = "core 3.0, exec/instructions table.get, table.set"
;;! evidence = ["WebAssembly/spec test/core/table_get.wast"]
;;! row      = "crash.trap.table-oob"
;;! requires = ["reference-types", "bulk-memory"]
;;! [[step]]
;;! instantiate = "main"
;;! [[step]]
;;! call   = "get at the size"
;;! expect = { trapped = "table-out-of-bounds" }
;;! [[step]]
;;! drop = "main"
;;! [[step]]
;;! instantiate = "main"
;;! [[step]]
;;! call   = "get at the largest index"
;;! expect = { trapped = "table-out-of-bounds" }
;;! [[step]]
;;! drop = "main"
;;! [[step]]
;;! instantiate = "main"
;;! [[step]]
;;! call   = "set at the size"
;;! expect = { trapped = "table-out-of-bounds" }
;;! [[step]]
;;! drop = "main"
;;! [[step]]
;;! instantiate = "main"
;;! [[step]]
;;! call   = "set at the largest index"
;;! expect = { trapped = "table-out-of-bounds" }
(module
  (table $table 3 3 funcref)
  (global $size (mut i32) (i32.const 3))
  (global $last (mut i32) (i32.const -1))
  (func (export "get at the size") (drop (table.get $table (global.get $size))))
  (func (export "get at the largest index") (drop (table.get $table (global.get $last))))
  (func (export "set at the size") (table.set $table (global.get $size) (ref.null func)))
  (func (export "set at the largest index") (table.set $table (global.get $last) (ref.null func))))
