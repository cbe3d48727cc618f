;;! title    = "a callback that the guest does not export is looked for nowhere else"
;;! level    = "must"
;;! spec     = "docs/protocol.md, call-back; owed to every user of a sandbox: a host calls the guest's exports only"
;;! evidence = ["a host that looks \"callback\" up in an object that the guest can influence"]
;;! row      = "js.export.proto-names"
;;! grants   = ["host-function:call-back"]
;;!
;;! [[step]]
;;! call   = "run"
;;! expect = { trapped = "host-function" }

(module
  (import "sandproof:test" "call-back" (func $call_back (param i32) (result i32)))
  (global (export "callback") i32 (i32.const 5))
  (func (export "run") (result i32)
    (call $call_back (i32.const 0))))
