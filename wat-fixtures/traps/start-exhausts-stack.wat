;;! title    = "a start function that exhausts the stack fails the instantiation, and nothing else"
;;! level    = "must"
;;! spec     = "core 3.0, exec/modules instantiation; appendix A.1 implementation limitations"
;;! evidence = ["wasmtime tests/all/traps.rs test_trap_stack_overflow"]
;;! row      = "crash.trap.stack-overflow"
;;! [[step]]
;;! instantiate = "main"
;;! expect      = { limit = "stack", phase = "start" }
(module
  (func $start (call $start) (call $start))
  (start $start))
