;;! title    = "a host's reference is not taken where a function is wanted"
;;! level    = "must"
;;! spec     = "core 3.0, exec/modules Invocation: arguments have the parameters' types"
;;! evidence = ["Epsilon #49: function references made of other values"]
;;! row      = "cap.ref.foreign-funcref"
;;! requires = ["bulk-memory", "reference-types"]
;;! grants   = ["host-function:make-ref"]
;;!
;;! [[step]]
;;! call   = "make"
;;! save   = "made"
;;! expect = { returned = ["externref:non-null"] }
;;!
;;! [[step]]
;;! call   = "take"
;;! args   = ["funcref:@made"]
;;! expect = { rejected = "call", reason = ["argument-mismatch", "unknown-handle"] }
(module
  (import "sandproof:test" "make-ref" (func $make (param i32) (result externref)))
  (table $table 1 funcref)
  (func (export "make") (result externref) (call $make (i32.const 1)))
  (func (export "take") (param funcref)
    (table.set $table (i32.const 0) (local.get 0))
    (call_indirect $table (i32.const 0))))
