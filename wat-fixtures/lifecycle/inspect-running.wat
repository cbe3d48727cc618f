;;! title    = "a sandbox that runs can be inspected and says so"
;;! level    = "should"
;;! spec     = "host protocol, inspect: usage.state"
;;! evidence = ["an operator who looks for the guest that spins must not wait for it"]
;;!
;;! [[step]]
;;! instantiate = "main"
;;!
;;! [[step]]
;;! parallel = [
;;!   { call = "spin", expect = { cancelled = true } },
;;!   { inspect = "main", expect = { state = "running" } },
;;!   { cancel = "main" },
;;! ]
(module
  (func (export "spin") (loop $forever (br $forever))))
