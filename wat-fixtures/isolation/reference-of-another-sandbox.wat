;;! title    = "a host reference that one sandbox was given is refused by another, and stands for none of the other's own"
;;! level    = "must"
;;! spec     = "docs/protocol.md, values: references live until their sandbox is dropped; owed to every user of a sandbox"
;;! evidence = ["ziggy42/epsilon #49 and #50", "wasmtime tests/all/funcs.rs, wrong_store", "RUSTSEC-2026-0222"]
;;! row      = "cap.ref.foreign-funcref"
;;! requires = ["bulk-memory", "reference-types"]
;;! grants   = ["host-function:make-ref", "host-function:same-ref"]
;;!
;;! [[step]]
;;! instantiate = "main"
;;! as          = "owner"
;;!
;;! [[step]]
;;! instantiate = "main"
;;! as          = "other"
;;!
;;! [[step]]
;;! call   = "make"
;;! on     = "owner"
;;! save   = "owned"
;;! expect = { returned = ["externref:non-null"] }
;;!
;;! [[step]]
;;! call   = "is_own"
;;! on     = "other"
;;! args   = ["externref:@owned"]
;;! expect = { rejected = "call", reason = ["unknown-handle", "argument-mismatch"] }
;;!
;;! [[step]]
;;! call   = "make"
;;! on     = "other"
;;! save   = "others"
;;! expect = { returned = ["externref:non-null"] }
;;!
;;! [[step]]
;;! call   = "is_own"
;;! on     = "other"
;;! args   = ["externref:@owned"]
;;! expect = { rejected = "call", reason = ["unknown-handle", "argument-mismatch"] }
;;!
;;! [[step]]
;;! call   = "is_own"
;;! on     = "owner"
;;! args   = ["externref:@owned"]
;;! expect = { any = [
;;!   { returned = ["i32:1"], when = { "state" = "persists" } },
;;!   { contained = true, when = { "state" = "fresh-per-call" } },
;;! ] }
(module
  (import "sandproof:test" "make-ref" (func $make_ref (param i32) (result externref)))
  (import "sandproof:test" "same-ref" (func $same_ref (param externref externref) (result i32)))
  (global $own (mut externref) (ref.null extern))
  ;; The second time, the other sandbox has given out a reference too: numbers that count for each sandbox are equal.
  (func (export "make") (result externref)
    (global.set $own (call $make_ref (i32.const 7)))
    (global.get $own))
  (func (export "is_own") (param externref) (result i32)
    (call $same_ref (local.get 0) (global.get $own))))
