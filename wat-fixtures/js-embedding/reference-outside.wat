;;! title    = "a host reference that was given out and comes back as an argument is the one that it was"
;;! level    = "must"
;;! spec     = "docs/protocol.md, values: a reference lives until its sandbox is dropped"
;;! evidence = ["Extism host_context"]
;;! row      = "js.externref.opaque"
;;! requires = ["reference-types", "bulk-memory"]
;;! grants   = ["host-function:make-ref", "host-function:same-ref"]
;;!
;;! [[step]]
;;! call   = "make"
;;! save   = "first"
;;! expect = { returned = ["externref:non-null"] }
;;!
;;! [[step]]
;;! call   = "make"
;;! save   = "second"
;;! expect = { returned = ["externref:non-null"] }
;;!
;;! [[step]]
;;! call   = "is_first"
;;! args   = ["externref:@first"]
;;! expect = { returned = ["i32:1"] }
;;!
;;! [[step]]
;;! call   = "is_first"
;;! args   = ["externref:@second"]
;;! expect = { returned = ["i32:0"] }

(module
  (import "sandproof:test" "make-ref" (func $make (param i32) (result externref)))
  (import "sandproof:test" "same-ref" (func $same (param externref externref) (result i32)))
  (global $first (mut externref) (ref.null extern))
  (func (export "make") (result externref) (local $made externref)
    (local.set $made (call $make (i32.const 1)))
    (if (ref.is_null (global.get $first))
      (then (global.set $first (local.get $made))))
    (local.get $made))
  (func (export "is_first") (param externref) (result i32)
    (call $same (local.get 0) (global.get $first))))
