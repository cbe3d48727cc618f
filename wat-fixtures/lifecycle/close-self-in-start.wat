;;! title    = "a guest that is closed in its start function is no sandbox"
;;! level    = "must"
;;! spec     = "host protocol, close-self: the call ends cancelled; a start function is phase start"
;;! evidence = ["wazero: testTwoIndirection, module closed and then go runtime panic"]
;;! row      = "life.instance.close-in-host-callback"
;;! grants   = ["host-function:close-self"]
;;!
;;! [[step]]
;;! instantiate = "main"
;;! expect      = { cancelled = true, phase = "start" }
(module
  (import "sandproof:test" "close-self" (func $close-self))
  (func $start (call $close-self))
  (start $start)
  (func (export "run")))
