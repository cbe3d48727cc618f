;;! title    = "the sandbox that is closed from within a host function is the one that called it, wherever the call began"
;;! level    = "must"
;;! spec     = "host protocol, close-self: the host closes the sandbox that is calling"
;;! evidence = ["wazero: testTwoIndirection, module closed and then go runtime panic"]
;;! row      = "life.instance.close-in-host-callback"
;;! requires = ["host-function:close-self"]
;;! modules  = { closer = "guests/closer.wat" }
;;!
;;! [[step]]
;;! instantiate = "closer"
;;! group       = "pair"
;;! grants      = ["host-function:close-self"]
;;!
;;! [[step]]
;;! instantiate = "main"
;;! group       = "pair"
;;! link        = { closer = "closer" }
;;!
;;! [[step]]
;;! call   = "run"
;;! expect = { cancelled = true }
;;!
;;! [[step]]
;;! call   = "harmless"
;;! on     = "closer"
;;! expect = { rejected = "call", reason = ["closed", "unknown-handle"] }
(module
  (import "closer" "close" (func $close))
  (func (export "run") (call $close)))
