;;! title    = "a guest function that the host calls, as it calls an allocator, is ended by the budget of the call under way"
;;! level    = "must"
;;! spec     = "owed to every user of a sandbox: guest code that a host function runs has the budget of its caller"
;;! evidence = ["proxy-wasm-cpp-host security_test bad_malloc", "CosmWasm CWA-2023-002"]
;;! row      = "cpu.loop.in-guest-allocator"
;;! cpu      = { iterations = 10000, time = "60ms" }
;;! grants   = ["host-function:call-back"]
;;! [[step]]
;;! call   = "run"
;;! expect = { limit = "cpu" }
(module
  (import "sandproof:test" "call-back" (func $call-back (param i32) (result i32)))
  (func (export "run")
    (drop (call $call-back (i32.const 64))))
  (func (export "callback") (param $bytes i32) (result i32)
    (loop $again (br_if $again (local.get $bytes)))
    (i32.const 0)))
