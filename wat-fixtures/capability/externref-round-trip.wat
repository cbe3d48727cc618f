;;! title    = "a reference that went out of the guest and came back as an argument is the one that went out"
;;! level    = "must"
;;! spec     = "core 3.0, syntax/types Reference types; host protocol, Values: references live until their sandbox is dropped"
;;! evidence = ["wasmtime's externref tests"]
;;! row      = "cap.ref.externref-opaque"
;;! requires = ["bulk-memory", "reference-types"]
;;! grants   = ["host-function:make-ref", "host-function:same-ref"]
;;!
;;! [[step]]
;;! call   = "keep"
;;! args   = ["i32:1"]
;;! save   = "kept"
;;! expect = { returned = ["externref:non-null"] }
;;!
;;! [[step]]
;;! call   = "make"
;;! args   = ["i32:2"]
;;! save   = "other"
;;! expect = { returned = ["externref:non-null"] }
;;!
;;! [[step]]
;;! call   = "same"
;;! args   = ["externref:@kept", "externref:@kept"]
;;! expect = { returned = ["i32:1"] }
;;!
;;! [[step]]
;;! call   = "same"
;;! args   = ["externref:@kept", "externref:@other"]
;;! expect = { returned = ["i32:0"] }
;;!
;;! [[step]]
;;! call   = "is-kept"
;;! args   = ["externref:@kept"]
;;! expect = { any = [
;;!   { returned = ["i32:1"], when = { state = "persists" } },
;;!   { returned = ["i32:0"], when = { state = "fresh-per-call" } },
;;! ] }
;;!
;;! [[step]]
;;! call   = "is-kept"
;;! args   = ["externref:@other"]
;;! expect = { returned = ["i32:0"] }
(module
  (import "sandproof:test" "make-ref" (func $make (param i32) (result externref)))
  (import "sandproof:test" "same-ref" (func $same (param externref externref) (result i32)))
  (global $kept (mut externref) (ref.null extern))
  (func (export "make") (param i32) (result externref) (call $make (local.get 0)))
  (func (export "keep") (param i32) (result externref)
    (global.set $kept (call $make (local.get 0)))
    (global.get $kept))
  (func (export "same") (param externref externref) (result i32) (call $same (local.get 0) (local.get 1)))
  (func (export "is-kept") (param externref) (result i32) (call $same (local.get 0) (global.get $kept))))
