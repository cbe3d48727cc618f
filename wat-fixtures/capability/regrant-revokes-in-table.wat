;;! title    = "a grant that is taken back is gone where the guest kept the function in a table, too"
;;! level    = "should"
;;! spec     = "host protocol, regrant"
;;! evidence = ["a check at the import alone is passed by call_indirect"]
;;! row      = "cap.handle.revocation"
;;! grants   = ["host-function:add"]
;;!
;;! [[step]]
;;! instantiate = "main"
;;!
;;! [[step]]
;;! call   = "use"
;;! expect = { returned = ["i32:42"] }
;;!
;;! [[step]]
;;! regrant = "main"
;;! remove  = ["host-function:add"]
;;!
;;! [[step]]
;;! call   = "use"
;;! expect = { denied = "host-function" }
(module
  (import "sandproof:test" "add" (func $add (param i32 i32) (result i32)))
  (table 1 funcref)
  (elem (i32.const 0) $add)
  (func (export "use") (result i32)
    (call_indirect (param i32 i32) (result i32) (i32.const 20) (i32.const 22) (i32.const 0))))
