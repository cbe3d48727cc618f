;;! title    = "a host function that calls back reaches the sandbox that called it, and no other"
;;! level    = "must"
;;! spec     = "docs/protocol.md, test functions: call-back calls the guest's export; owed to every user of a sandbox"
;;! evidence = ["proxy-wasm-cpp-host, the current context of a call"]
;;! row      = "mem.isolation.no-cross-instance-pointer"
;;! grants   = ["host-function:call-back"]
;;! modules  = { other = "callback-of-its-own.other.wat" }
;;!
;;! [[step]]
;;! instantiate = "main"
;;!
;;! [[step]]
;;! instantiate = "other"
;;!
;;! [[step]]
;;! call   = "ask"
;;! expect = { returned = ["i32:41"] }
;;!
;;! [[step]]
;;! call   = "ask"
;;! on     = "other"
;;! expect = { returned = ["i32:42"] }
;;!
;;! [[step]]
;;! call   = "ask"
;;! expect = { returned = ["i32:41"] }
(module
  (import "sandproof:test" "call-back" (func $call_back (param i32) (result i32)))
  (func (export "callback") (param i32) (result i32) (i32.add (local.get 0) (i32.const 1)))
  (func (export "ask") (result i32) (call $call_back (i32.const 40))))
