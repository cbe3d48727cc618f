;;! title    = "a host reference is the same after it was in a local, a table and a global"
;;! level    = "must"
;;! spec     = "core 3.0, syntax/types external references; JS-API, ToJSValue"
;;! evidence = ["Extism host_context", "wasmtime externref tests"]
;;! row      = "js.externref.opaque"
;;! requires = ["reference-types", "bulk-memory"]
;;! grants   = ["host-function:make-ref", "host-function:same-ref"]
;;!
;;! [[step]]
;;! call   = "run"
;;! expect = { returned = ["i32:1"] }
;;!
;;! [[step]]
;;! call   = "different"
;;! expect = { returned = ["i32:0"] }

(module
  (import "sandproof:test" "make-ref" (func $make (param i32) (result externref)))
  (import "sandproof:test" "same-ref" (func $same (param externref externref) (result i32)))
  (table $kept 2 externref)
  (global $also (mut externref) (ref.null extern))
  (func (export "run") (result i32) (local $made externref)
    (local.set $made (call $make (i32.const 5)))
    (table.set $kept (i32.const 1) (local.get $made))
    (global.set $also (table.get $kept (i32.const 1)))
    (i32.and
      (call $same (local.get $made) (global.get $also))
      (i32.eqz (ref.is_null (local.get $made)))))
  (func (export "different") (result i32)
    (call $same (call $make (i32.const 1)) (call $make (i32.const 2)))))
