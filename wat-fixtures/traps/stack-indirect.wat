;;! title    = "recursion through call_indirect exhausts the stack"
;;! level    = "must"
;;! spec     = "core 3.0, appendix A.1 implementation limitations"
;;! evidence = ["wasmtime tests/all/traps.rs test_trap_stack_overflow"]
;;! row      = "crash.trap.stack-overflow"
;;! [[step]]
;;! call   = "run"
;;! expect = { limit = "stack" }
(module
  (type $function (func (param i32) (result i32)))
  (table 2 2 funcref)
  (elem (i32.const 0) $even $odd)
  (func $even (type $function)
    (i32.add (i32.const 1) (call_indirect (type $function) (local.get 0) (i32.const 1))))
  (func $odd (type $function)
    (i32.add (i32.const 2) (call_indirect (type $function) (local.get 0) (i32.const 0))))
  (func (export "run") (drop (call $even (i32.const 0)))))
