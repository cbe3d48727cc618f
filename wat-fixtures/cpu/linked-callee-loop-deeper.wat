;;! title    = "a loop two calls deep in a linked sandbox is ended by the budget of the call that reaches it"
;;! level    = "must"
;;! spec     = "host protocol, group and link: one deadline for a call"
;;! evidence = ["wazero interpreter: looks at the caller's module"]
;;! row      = "cpu.fuel.cross-instance"
;;! cpu      = { iterations = 10000, time = "60ms" }
;;! modules  = { callee = "guests/spinner-behind-a-call.wat" }
;;! [[step]]
;;! instantiate = "callee"
;;! group       = "pair"
;;! [[step]]
;;! instantiate = "main"
;;! group       = "pair"
;;! link        = { callee = "callee" }
;;! [[step]]
;;! call   = "run"
;;! expect = { limit = "cpu" }
(module
  (import "callee" "spin" (func $spin))
  (func (export "run") (call $spin)))
