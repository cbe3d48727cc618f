;;! title    = "a reference ends with its sandbox: no other one takes it"
;;! level    = "must"
;;! spec     = "host protocol, Values: references live until their sandbox is dropped"
;;! evidence = ["RUSTSEC-2021-0110 (CVE-2021-39216): references used after their store", "Epsilon #49 and #50"]
;;! row      = "cap.ref.foreign-funcref"
;;! requires = ["bulk-memory", "reference-types"]
;;!
;;! [[step]]
;;! instantiate = "main"
;;!
;;! [[step]]
;;! call   = "give"
;;! save   = "old"
;;! expect = { returned = ["funcref:non-null"] }
;;!
;;! [[step]]
;;! drop = "main"
;;!
;;! [[step]]
;;! instantiate = "main"
;;! as          = "second"
;;!
;;! [[step]]
;;! call   = "give"
;;! on     = "second"
;;! expect = { returned = ["funcref:non-null"] }
;;!
;;! [[step]]
;;! call   = "take"
;;! on     = "second"
;;! args   = ["funcref:@old"]
;;! expect = { rejected = "call", reason = ["argument-mismatch", "unknown-handle"] }
(module
  (table $table 1 funcref)
  (func $seven (result i32) (i32.const 7))
  (elem declare func $seven)
  (func (export "give") (result funcref) (ref.func $seven))
  (func (export "take") (param funcref) (result i32)
    (table.set $table (i32.const 0) (local.get 0))
    (call_indirect $table (result i32) (i32.const 0))))
