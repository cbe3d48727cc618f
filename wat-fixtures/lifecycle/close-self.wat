;;! title    = "a guest whose host closes it from within a host function runs no further and can't be called again"
;;! level    = "must"
;;! spec     = "host protocol, close-self: the call ends cancelled"
;;! evidence = ["wazero: testTwoIndirection, module closed and then go runtime panic"]
;;! row      = "life.instance.close-in-host-callback"
;;! grants   = ["host-function:close-self", "host-function:log"]
;;!
;;! [[step]]
;;! call   = "run"
;;! expect = { cancelled = true, output = { log = "before" } }
;;!
;;! [[step]]
;;! call   = "harmless"
;;! expect = { rejected = "call", reason = ["closed", "unknown-handle"] }
(module
  (import "sandproof:test" "close-self" (func $close-self))
  (import "sandproof:test" "log" (func $log (param i32 i32)))
  (memory (export "memory") 1)
  (data (i32.const 0) "beforeafter")
  (func (export "run")
    (call $log (i32.const 0) (i32.const 6))
    (call $close-self)
    (call $log (i32.const 6) (i32.const 5)))
  (func (export "harmless")))
