;;! title    = "what a sandbox writes is in its own replies and in no other sandbox's"
;;! level    = "must"
;;! spec     = "host protocol, output: what the sandbox wrote since the last reply about it"
;;! evidence = ["wasmer #2059: output that is captured"]
;;! row      = "cap.grant.per-instance"
;;! grants   = ["host-function:log"]
;;!
;;! [[step]]
;;! instantiate = "main"
;;!
;;! [[step]]
;;! instantiate = "main"
;;! as          = "other"
;;!
;;! [[step]]
;;! call   = "say"
;;! args   = ["i32:0", "i32:3"]
;;! expect = { returned = [], output = { log = "one" } }
;;!
;;! [[step]]
;;! call   = "say"
;;! on     = "other"
;;! args   = ["i32:3", "i32:3"]
;;! expect = { returned = [], output = { log = "two" } }
;;!
;;! [[step]]
;;! call   = "say"
;;! args   = ["i32:0", "i32:0"]
;;! expect = { returned = [], output = { log = "" } }
(module
  (import "sandproof:test" "log" (func $log (param i32 i32)))
  (memory (export "memory") 1)
  (data (i32.const 0) "onetwo")
  (func (export "say") (param i32 i32) (call $log (local.get 0) (local.get 1))))
