;;! title    = "a reference to a function of one sandbox is refused by another, and stands for none of the other's own"
;;! level    = "must"
;;! spec     = "core 3.0, exec/runtime Store: an address means nothing in another store; host protocol, Values: references are a sandbox's"
;;! evidence = ["wasmtime funcref.rs: wrong_store", "RUSTSEC-2026-0222", "Epsilon #49 and #50: function references of another runtime"]
;;! row      = "cap.ref.foreign-funcref"
;;! requires = ["bulk-memory", "reference-types"]
;;!
;;! [[step]]
;;! instantiate = "main"
;;!
;;! [[step]]
;;! instantiate = "main"
;;! as          = "other"
;;!
;;! [[step]]
;;! call   = "give"
;;! on     = "other"
;;! save   = "theirs"
;;! expect = { returned = ["funcref:non-null"] }
;;!
;;! [[step]]
;;! call   = "take"
;;! args   = ["funcref:@theirs"]
;;! expect = { rejected = "call", reason = ["argument-mismatch", "unknown-handle"] }
;;!
;;! [[step]]
;;! call   = "give"
;;! save   = "own"
;;! expect = { returned = ["funcref:non-null"] }
;;!
;;! [[step]]
;;! call   = "take"
;;! args   = ["funcref:@own"]
;;! expect = { returned = ["i32:7"] }
;;!
;;! [[step]]
;;! call   = "take"
;;! args   = ["funcref:@theirs"]
;;! expect = { rejected = "call", reason = ["argument-mismatch", "unknown-handle"] }

;; Tried before and after the sandbox gave a reference out itself: where references are numbered, the second is confused.
(module
  (table $table 1 funcref)
  (func $seven (result i32) (i32.const 7))
  (elem declare func $seven)
  (func (export "give") (result funcref) (ref.func $seven))
  (func (export "take") (param funcref) (result i32)
    (table.set $table (i32.const 0) (local.get 0))
    (call_indirect $table (result i32) (i32.const 0))))
