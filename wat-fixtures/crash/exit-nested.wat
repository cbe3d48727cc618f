;;! title    = "an exit inside a callback ends the outermost call"
;;! level    = "must"
;;! spec     = "docs/protocol.md, test functions exit and call-back"
;;! evidence = ["wazero TestRuntime_InstantiateModule_ExitError"]
;;! row      = "crash.exit.from-start~nested~reactor"
;;! grants   = ["host-function:exit", "host-function:call-back"]
;;! [[step]]
;;! call   = "run"
;;! expect = { exited = 5 }
;; What stands behind the callback would trap.
(module
  (import "sandproof:test" "exit" (func $exit (param i32)))
  (import "sandproof:test" "call-back" (func $call_back (param i32) (result i32)))
  (func (export "callback") (param $left i32) (result i32)
    (if (local.get $left)
      (then
        (drop (call $call_back (i32.sub (local.get $left) (i32.const 1))))
        (unreachable)))
    (call $exit (i32.const 5))
    (i32.const 0))
  (func (export "run")
    (drop (call $call_back (i32.const 2)))
    (unreachable)))
