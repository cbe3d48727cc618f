;;! title    = "a trap in _initialize fails the instantiation"
;;! level    = "must"
;;! spec     = "WASI application ABI, reactors: _initialize runs before any other export"
;;! evidence = ["wasmtime tests/all/traps.rs start_trap_pretty"]
;;! row      = "crash.trap.in-start"
;;! [[step]]
;;! instantiate = "main"
;;! expect      = { trapped = "memory-out-of-bounds", phase = "start" }
(module
  (memory (export "memory") 1)
  (func (export "_initialize") (i32.store (i32.const 65533) (i32.const 1)))
  (func (export "run")))
