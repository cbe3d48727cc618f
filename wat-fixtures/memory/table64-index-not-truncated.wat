;;! title    = "an index into a 64-bit table counts with all its 64 bits"
;;! level    = "must"
;;! spec     = "core 3.0, exec/instructions table.get and call_indirect: a trap where the index is beyond the table"
;;! evidence = ["RUSTSEC-2026-0086, host data through 64-bit tables", "WebAssembly spec test call_indirect64.wast"]
;;! row      = "mem.table64.huge-initial"
;;! requires = ["memory64", "bulk-memory", "reference-types"]
;;!
;;! [[step]]
;;! instantiate = "main"
;;! as          = "get"
;;!
;;! [[step]]
;;! call   = "get"
;;! on     = "get"
;;! args   = ["i64:4294967296"]
;;! expect = { trapped = "table-out-of-bounds" }
;;!
;;! [[step]]
;;! drop = "get"
;;!
;;! [[step]]
;;! instantiate = "main"
;;! as          = "call"
;;!
;;! [[step]]
;;! call   = "call"
;;! on     = "call"
;;! args   = ["i64:4294967296"]
;;! expect = { trapped = "table-out-of-bounds" }
(module
  (type $answer (func (result i32)))
  (table i64 2 funcref)
  (elem (i64.const 0) func $seven $seven)
  (func $seven (result i32) (i32.const 7))
  (func (export "get") (param i64) (result i32)
    (ref.is_null (table.get (local.get 0))))
  (func (export "call") (param i64) (result i32)
    (call_indirect (type $answer) (local.get 0))))
