;;! title    = "a group takes as many members as its limit says, and not one more"
;;! level    = "should"
;;! spec     = "owed to every user of a sandbox: the number of instances is bounded"
;;! evidence = ["wasmtime total_core_instances_limit", "wasmtime #2751: 10,001 instances"]
;;! row      = "ex.instances.dynamic"
;;! modules  = { other = "main" }
;;!
;;! [[step]]
;;! instantiate = "main"
;;! group       = "trio"
;;! limits      = { instances = 2 }
;;!
;;! [[step]]
;;! instantiate = "other"
;;! as          = "second"
;;! group       = "trio"
;;!
;;! [[step]]
;;! instantiate = "other"
;;! as          = "third"
;;! group       = "trio"
;;! expect      = { limit = "instances", phase = "instantiate" }
;;!
;;! [[step]]
;;! call   = "seven"
;;! on     = "second"
;;! expect = { returned = ["i32:7"] }

(module
  (func (export "seven") (result i32) (i32.const 7)))
