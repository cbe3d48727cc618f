;;! title    = "an exit in the start function is reported as one, and there is no sandbox"
;;! level    = "must"
;;! spec     = "docs/protocol.md, test function exit"
;;! evidence = ["wazero TestRuntime_InstantiateModule_ExitError"]
;;! row      = "crash.exit.from-start~nested~reactor"
;;! grants   = ["host-function:exit"]
;;! [[step]]
;;! instantiate = "main"
;;! expect      = { exited = 7, phase = "start" }
(module
  (import "sandproof:test" "exit" (func $exit (param i32)))
  (func $start (call $exit (i32.const 7)))
  (func (export "run"))
  (start $start))
