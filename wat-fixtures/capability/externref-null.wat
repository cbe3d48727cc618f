;;! title    = "a null reference is null on both sides of the boundary, and no host reference is"
;;! level    = "must"
;;! spec     = "core 3.0, exec/instructions ref.is_null"
;;! evidence = ["wasmtime's externref tests", "Epsilon #62: references that were not initialised"]
;;! row      = "cap.ref.externref-opaque"
;;! requires = ["bulk-memory", "reference-types"]
;;! grants   = ["host-function:make-ref", "host-function:same-ref"]
;;!
;;! [[step]]
;;! call   = "run"
;;! expect = { returned = ["i32:15"] }
;;!
;;! [[step]]
;;! call   = "pass"
;;! args   = ["externref:null"]
;;! expect = { returned = ["externref:null"] }
;;!
;;! [[step]]
;;! call   = "pass-made"
;;! expect = { returned = ["externref:non-null"] }
(module
  (import "sandproof:test" "make-ref" (func $make (param i32) (result externref)))
  (import "sandproof:test" "same-ref" (func $same (param externref externref) (result i32)))
  (table $fresh 1 externref)
  (func (export "run") (result i32)
    (local $unset externref)
    (i32.or
      (i32.or
        (call $same (ref.null extern) (local.get $unset))
        (i32.shl (i32.eqz (call $same (ref.null extern) (call $make (i32.const 0)))) (i32.const 1)))
      (i32.or
        (i32.shl (ref.is_null (table.get $fresh (i32.const 0))) (i32.const 2))
        (i32.shl (i32.eqz (ref.is_null (call $make (i32.const 0)))) (i32.const 3)))))
  (func (export "pass") (param externref) (result externref) (local.get 0))
  (func (export "pass-made") (result externref) (call $make (i32.const 0))))
