;;! title    = "a null reference goes through the host and back as null, and is the same as no other"
;;! level    = "must"
;;! spec     = "core 3.0, ref.null; JS-API, ToWebAssemblyValue: null is the null reference"
;;! evidence = ["undefined and null are two values in JavaScript, and one is a reference"]
;;! row      = "js.externref.opaque"
;;! requires = ["reference-types", "references", "bulk-memory"]
;;! grants   = ["host-function:make-ref", "host-function:same-ref"]
;;!
;;! [[step]]
;;! call   = "is_null"
;;! args   = ["externref:null"]
;;! expect = { returned = ["i32:1"] }
;;!
;;! [[step]]
;;! call   = "null"
;;! expect = { returned = ["externref:null"] }
;;!
;;! [[step]]
;;! call   = "same_as_made"
;;! expect = { returned = ["i32:0"] }
;;!
;;! [[step]]
;;! call   = "same_as_null"
;;! expect = { returned = ["i32:1"] }

(module
  (import "sandproof:test" "make-ref" (func $make (param i32) (result externref)))
  (import "sandproof:test" "same-ref" (func $same (param externref externref) (result i32)))
  (func (export "is_null") (param externref) (result i32)
    (ref.is_null (local.get 0)))
  (func (export "null") (result externref)
    (ref.null extern))
  (func (export "same_as_made") (result i32)
    (call $same (ref.null extern) (call $make (i32.const 0))))
  (func (export "same_as_null") (result i32)
    (call $same (ref.null extern) (ref.null extern))))
