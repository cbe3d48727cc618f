;;! title    = "a host reference is nothing that a guest can look into: no number, no structure, no array"
;;! level    = "must"
;;! spec     = "core 3.0, any.convert_extern: a host value is none of the guest's"
;;! evidence = ["JS-API, ToWebAssemblyValue: a number that becomes any is an i31, which the guest reads"]
;;! row      = "js.externref.opaque"
;;! requires = ["gc"]
;;! grants   = ["host-function:make-ref"]
;;!
;;! [[step]]
;;! call   = "kind"
;;! expect = { returned = ["i32:0"] }

(module
  (import "sandproof:test" "make-ref" (func $make (param i32) (result externref)))
  (type $pair (struct (field i32) (field i32)))
  (func (export "kind") (result i32) (local $any anyref)
    (local.set $any (any.convert_extern (call $make (i32.const 5))))
    (i32.or
      (i32.or (ref.test (ref i31) (local.get $any)) (ref.test (ref $pair) (local.get $any)))
      (i32.or (ref.test (ref struct) (local.get $any)) (ref.test (ref array) (local.get $any))))))
