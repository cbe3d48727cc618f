;;! title    = "an exit in _initialize is reported as one, zero included, and there is no sandbox"
;;! level    = "must"
;;! spec     = "docs/protocol.md, test function exit; WASI application ABI, reactors"
;;! evidence = ["wazero TestRuntime_InstantiateModule_ExitError"]
;;! row      = "crash.exit.from-start~nested~reactor"
;;! grants   = ["host-function:exit"]
;;! [[step]]
;;! instantiate = "main"
;;! expect      = { exited = 0, phase = "start" }
(module
  (import "sandproof:test" "exit" (func $exit (param i32)))
  (memory (export "memory") 1)
  (func (export "_initialize") (call $exit (i32.const 0)))
  (func (export "run")))
