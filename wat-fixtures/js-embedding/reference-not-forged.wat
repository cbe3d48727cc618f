;;! title    = "a guest cannot make a host reference out of a number"
;;! level    = "must"
;;! spec     = "core 3.0, extern.convert_any; JS-API, ToJSValue: an i31 becomes a number"
;;! evidence = ["a host that gives out numbers for references: the guest makes the same number"]
;;! row      = "js.externref.opaque"
;;! requires = ["gc"]
;;! grants   = ["host-function:make-ref", "host-function:same-ref"]
;;!
;;! [[step]]
;;! call   = "forge"
;;! args   = ["i32:5"]
;;! expect = { returned = ["i32:0"] }
;;!
;;! [[step]]
;;! call   = "forge"
;;! args   = ["i32:0"]
;;! expect = { returned = ["i32:0"] }

(module
  (import "sandproof:test" "make-ref" (func $make (param i32) (result externref)))
  (import "sandproof:test" "same-ref" (func $same (param externref externref) (result i32)))
  (func (export "forge") (param i32) (result i32)
    (call $same
      (call $make (local.get 0))
      (extern.convert_any (ref.i31 (local.get 0))))))
