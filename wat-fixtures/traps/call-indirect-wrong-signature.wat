;;! title    = "call_indirect traps when the function has another type than the call"
;;! level    = "must"
;;! spec     = "core 3.0, exec/instructions call_indirect"
;;! evidence = ["wasmtime tests/misc_testsuite/call_indirect.wast"]
;;! row      = "crash.trap.indirect-bad-sig"
;;! [[step]]
;;! instantiate = "main"
;;! [[step]]
;;! call   = "one parameter more"
;;! expect = { trapped = "indirect-call-type-mismatch" }
;;! [[step]]
;;! drop = "main"
;;! [[step]]
;;! instantiate = "main"
;;! [[step]]
;;! call   = "another parameter"
;;! expect = { trapped = "indirect-call-type-mismatch" }
;;! [[step]]
;;! drop = "main"
;;! [[step]]
;;! instantiate = "main"
;;! [[step]]
;;! call   = "one result more"
;;! expect = { trapped = "indirect-call-type-mismatch" }
;;! [[step]]
;;! drop = "main"
;;! [[step]]
;;! instantiate = "main"
;;! [[step]]
;;! call   = "another result"
;;! expect = { trapped = "indirect-call-type-mismatch" }
;; Each call would leave a value too many or too few, or one that is taken for something else.
(module
  (type $unary (func (param i32) (result i32)))
  (type $binary (func (param i32 i32) (result i32)))
  (type $wide (func (param i64) (result i32)))
  (type $none (func (param i32)))
  (type $float (func (param i32) (result f32)))
  (table 1 1 funcref)
  (elem (i32.const 0) $target)
  (func $target (type $unary) (local.get 0))
  (func (export "one parameter more")
    (drop (call_indirect (type $binary) (i32.const 1) (i32.const 2) (i32.const 0))))
  (func (export "another parameter")
    (drop (call_indirect (type $wide) (i64.const 1) (i32.const 0))))
  (func (export "one result more")
    (call_indirect (type $none) (i32.const 1) (i32.const 0)))
  (func (export "another result")
    (drop (call_indirect (type $float) (i32.const 1) (i32.const 0)))))
