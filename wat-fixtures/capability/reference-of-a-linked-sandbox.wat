;;! title    = "a function reference from a linked module's table calls that module's function"
;;! level    = "must"
;;! spec     = "core 3.0, exec/instructions call_ref: a reference is the function's address in the store"
;;! evidence = ["Endive 1.2.0 takes it for an index of the caller"]
;;! row      = "cap.ref.foreign-funcref"
;;! requires = ["function-references", "reference-types"]
;;! modules  = { owner = "guests/owns-typed-table.wat" }
;;! [[step]]
;;! instantiate = "owner"
;;! group       = "pair"
;;! [[step]]
;;! instantiate = "main"
;;! group       = "pair"
;;! link        = { owner = "owner" }
;;! [[step]]
;;! call   = "run"
;;! expect = { returned = ["i32:42"] }
(module
  (type $t (func (result i32)))
  (type $other (func (param i64) (result i32)))
  (import "owner" "table" (table 1 (ref null $t)))
  (func $zero (result i32) (i32.const 13))
  (func $one (type $other) (i32.wrap_i64 (local.get 0)))
  (func (export "run") (result i32)
    (call_ref $t (table.get (i32.const 0)))))
