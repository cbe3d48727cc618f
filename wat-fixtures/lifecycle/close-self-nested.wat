;;! title    = "a guest that is closed below a call back into it ends on every level"
;;! level    = "must"
;;! spec     = "host protocol, close-self: the call ends cancelled"
;;! evidence = ["wazero: testTwoIndirection, module closed and then go runtime panic"]
;;! row      = "life.instance.close-in-host-callback"
;;! grants   = ["host-function:close-self", "host-function:call-back", "host-function:log"]
;;!
;;! [[step]]
;;! call   = "run"
;;! expect = { cancelled = true, output = { log = "" } }
;;!
;;! [[step]]
;;! call   = "harmless"
;;! expect = { rejected = "call", reason = ["closed", "unknown-handle"] }
(module
  (import "sandproof:test" "close-self" (func $close-self))
  (import "sandproof:test" "call-back" (func $call-back (param i32) (result i32)))
  (import "sandproof:test" "log" (func $log (param i32 i32)))
  (memory (export "memory") 1)
  (data (i32.const 0) "innerouter")
  (func (export "callback") (param i32) (result i32)
    (if (local.get 0)
      (then
        (drop (call $call-back (i32.sub (local.get 0) (i32.const 1)))))
      (else
        (call $close-self)))
    (call $log (i32.const 0) (i32.const 5))
    (i32.const 0))
  (func (export "run")
    (drop (call $call-back (i32.const 2)))
    (call $log (i32.const 5) (i32.const 5)))
  (func (export "harmless")))
