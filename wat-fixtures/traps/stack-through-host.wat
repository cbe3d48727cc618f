;;! title    = "guest and host that call each other without end are stopped before the host's stack is"
;;! level    = "must"
;;! spec     = "owed to every user of a sandbox: a guest does not end its host"
;;! evidence = ["CWA-2023-002: 140 nested calls crashed the host", "CWA-2022-004", "CWA-2025-007"]
;;! row      = "crash.stack.via-host-reentry"
;;! grants   = ["host-function:call-back"]
;;! [[step]]
;;! call   = "run"
;;! expect = { limit = ["stack", "reentry-depth"] }
(module
  (import "sandproof:test" "call-back" (func $call_back (param i32) (result i32)))
  (func $callback (export "callback") (param i32) (result i32)
    (i32.add (i32.const 1) (call $call_back (local.get 0))))
  (func (export "run") (drop (call $callback (i32.const 0)))))
