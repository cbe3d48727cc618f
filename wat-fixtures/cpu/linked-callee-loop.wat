;;! title    = "a function of a linked sandbox that never ends is ended by the budget of the call that reaches it"
;;! level    = "must"
;;! spec     = "host protocol, group and link: one fuel balance for all members, and one deadline for a call"
;;! evidence = ["wasmtime tests/misc_testsuite/fuel.wast, across functions", "astrid #1545"]
;;! row      = "cpu.fuel.cross-instance"
;;! cpu      = { iterations = 10000, time = "60ms" }
;;! modules  = { callee = "guests/spinner.wat" }
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
