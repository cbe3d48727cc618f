;;! title    = "a group whose last member was dropped is over: another one of its name has its own limits and budgets"
;;! level    = "should"
;;! spec     = "host protocol, group: the first member's limits bind the group"
;;! evidence = ["wasmtime: total_core_instances_limit"]
;;! row      = "life.instance.limit-count"
;;!
;;! [[step]]
;;! instantiate = "main"
;;! group       = "few"
;;! limits      = { instances = 1, memory = "1 page" }
;;!
;;! [[step]]
;;! drop = "main"
;;!
;;! [[step]]
;;! instantiate = "main"
;;! as          = "second"
;;! group       = "few"
;;! limits      = { instances = 2, memory = "2 pages" }
;;!
;;! [[step]]
;;! instantiate = "main"
;;! as          = "third"
;;! group       = "few"
;;!
;;! [[step]]
;;! call   = "answer"
;;! on     = "third"
;;! expect = { returned = ["i32:42"] }
(module
  (memory 1)
  (func (export "answer") (result i32) (i32.const 42)))
