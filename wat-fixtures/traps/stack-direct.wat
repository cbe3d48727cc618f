;;! title    = "a function that calls itself without end exhausts the stack, and the host lives on"
;;! level    = "must"
;;! spec     = "core 3.0, appendix A.1 implementation limitations"
;;! evidence = [
;;!   "wasmtime tests/all/traps.rs test_trap_stack_overflow, infinite_wasm_stack_does_not_panic",
;;!   "wazero testHugeCallStackUnwind",
;;! ]
;;! row      = "crash.trap.stack-overflow"
;;! [[step]]
;;! call   = "run"
;;! expect = { limit = "stack" }
(module
  (func $recurse (param i64) (result i64)
    (i64.add (i64.const 1) (call $recurse (i64.add (local.get 0) (i64.const 1)))))
  (func (export "run") (drop (call $recurse (i64.const 0)))))
