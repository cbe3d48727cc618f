;;! title    = "work that is done in many callbacks counts towards the budget of the one call that they serve"
;;! level    = "must"
;;! spec     = "owed to every user of a sandbox: guest code that a host function runs has the budget of its caller"
;;! evidence = ["wasmtime tests/all/call_hook.rs", "CosmWasm CWA-2022-004"]
;;! row      = "cpu.hostcall.host-callback-loop"
;;! cpu      = { iterations = 100000, time = "60ms" }
;;! grants   = ["host-function:call-back"]
;;! [[step]]
;;! call   = "run"
;;! expect = { limit = "cpu" }
(module
  (import "sandproof:test" "call-back" (func $call-back (param i32) (result i32)))
  (func (export "run")
    ;; No callback takes long: only all of them together never end.
    (loop $again
      (br_if $again (call $call-back (i32.const 1000)))))
  (func (export "callback") (param $n i32) (result i32)
    (loop $again
      (local.set $n (i32.sub (local.get $n) (i32.const 1)))
      (br_if $again (local.get $n)))
    (i32.const 1)))
