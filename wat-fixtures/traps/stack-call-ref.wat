;;! title    = "recursion through call_ref exhausts the stack"
;;! level    = "must"
;;! spec     = "core 3.0, appendix A.1 implementation limitations"
;;! evidence = ["wasmtime tests/all/traps.rs test_trap_stack_overflow"]
;;! row      = "crash.trap.stack-overflow"
;;! requires = ["function-references"]
;;! [[step]]
;;! call   = "run"
;;! expect = { limit = "stack" }
(module
  (type $function (func (param i32) (result i32)))
  (global $itself (ref $function) (ref.func $recurse))
  (func $recurse (type $function)
    (i32.add (i32.const 1) (call_ref $function (local.get 0) (global.get $itself))))
  (func (export "run") (drop (call $recurse (i32.const 0)))))
