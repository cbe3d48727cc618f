;;! title    = "a host reference ends with the sandbox that it was given to, and is none in the next one"
;;! level    = "must"
;;! spec     = "docs/protocol.md, values: references live until their sandbox is dropped"
;;! evidence = ["RUSTSEC-2021-0110 (CVE-2021-39216), references freed while in use", "RUSTSEC-2026-0222"]
;;! row      = "cap.ref.foreign-funcref"
;;! requires = ["bulk-memory", "reference-types"]
;;! grants   = ["host-function:make-ref"]
;;!
;;! [[step]]
;;! instantiate = "main"
;;! as          = "old"
;;!
;;! [[step]]
;;! call   = "make"
;;! on     = "old"
;;! save   = "gone"
;;! expect = { returned = ["externref:non-null"] }
;;!
;;! [[step]]
;;! drop = "old"
;;!
;;! [[step]]
;;! instantiate = "main"
;;! as          = "new"
;;!
;;! [[step]]
;;! call   = "make"
;;! on     = "new"
;;! expect = { returned = ["externref:non-null"] }
;;!
;;! [[step]]
;;! call   = "is_null"
;;! on     = "new"
;;! args   = ["externref:@gone"]
;;! expect = { rejected = "call", reason = ["unknown-handle", "argument-mismatch"] }
(module
  (import "sandproof:test" "make-ref" (func $make_ref (param i32) (result externref)))
  (func (export "make") (result externref) (call $make_ref (i32.const 7)))
  (func (export "is_null") (param externref) (result i32) (ref.is_null (local.get 0))))
