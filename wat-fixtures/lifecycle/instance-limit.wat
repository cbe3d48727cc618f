;;! title    = "a group takes no more members than its limit, and those that it has go on working"
;;! level    = "should"
;;! spec     = "host protocol, limits: instances counts the members of a group"
;;! evidence = ["wasmtime: total_core_instances_limit, #2751"]
;;! row      = "life.instance.limit-count"
;;!
;;! [[step]]
;;! instantiate = "main"
;;! group       = "few"
;;! limits      = { instances = 2 }
;;!
;;! [[step]]
;;! instantiate = "main"
;;! as          = "second"
;;! group       = "few"
;;!
;;! [[step]]
;;! instantiate = "main"
;;! as          = "third"
;;! group       = "few"
;;! expect      = { limit = "instances", phase = "instantiate" }
;;!
;;! [[step]]
;;! instantiate = "main"
;;! as          = "elsewhere"
;;! group       = "others"
;;!
;;! [[step]]
;;! call   = "answer"
;;! expect = { returned = ["i32:42"] }
;;!
;;! [[step]]
;;! call   = "answer"
;;! on     = "second"
;;! expect = { returned = ["i32:42"] }
(module
  (func (export "answer") (result i32) (i32.const 42)))
