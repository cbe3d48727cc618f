;;! title    = "a host's reference is the same when it comes back from the guest, whatever the guest kept it in"
;;! level    = "must"
;;! spec     = "core 3.0, syntax/types Reference types: externref is opaque to the guest"
;;! evidence = ["wasmtime's externref tests", "RUSTSEC-2021-0110 (CVE-2021-39216): externrefs freed while in use"]
;;! row      = "cap.ref.externref-opaque"
;;! requires = ["bulk-memory", "reference-types"]
;;! grants   = ["host-function:make-ref", "host-function:same-ref"]
;;!
;;! [[step]]
;;! call   = "run"
;;! expect = { returned = ["i32:31"] }

;; Each bit is a place in which the first reference was kept while others were made and a table grew.
(module
  (import "sandproof:test" "make-ref" (func $make (param i32) (result externref)))
  (import "sandproof:test" "same-ref" (func $same (param externref externref) (result i32)))
  (table $kept 2 externref)
  (global $global (mut externref) (ref.null extern))
  (func (export "run") (result i32)
    (local $first externref) (local $count i32)
    (local.set $first (call $make (i32.const 1)))
    (global.set $global (local.get $first))
    (table.set $kept (i32.const 1) (local.get $first))
    (loop $garbage
      (drop (call $make (local.tee $count (i32.add (local.get $count) (i32.const 1)))))
      (br_if $garbage (i32.lt_u (local.get $count) (i32.const 1000))))
    (drop (table.grow $kept (local.get $first) (i32.const 100)))
    (i32.or
      (i32.or
        (call $same (local.get $first) (local.get $first))
        (i32.shl (call $same (local.get $first) (global.get $global)) (i32.const 1)))
      (i32.or
        (i32.or
          (i32.shl (call $same (local.get $first) (table.get $kept (i32.const 1))) (i32.const 2))
          (i32.shl (call $same (local.get $first) (table.get $kept (i32.const 101))) (i32.const 3)))
        (i32.shl (i32.eqz (call $same (local.get $first) (call $make (i32.const 2)))) (i32.const 4))))))
