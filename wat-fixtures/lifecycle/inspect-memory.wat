;;! title    = "a sandbox that can be inspected says how much memory it has, before and after it grew"
;;! level    = "should"
;;! spec     = "host protocol, inspect: usage"
;;! evidence = ["wasmtime: resource limits"]
;;! limits   = { memory = "8 pages" }
;;!
;;! [[step]]
;;! instantiate = "main"
;;!
;;! [[step]]
;;! inspect = "main"
;;! expect  = { state = "idle", usage = { memory = { is = "1 page" } } }
;;!
;;! [[step]]
;;! call   = "grow"
;;! args   = ["i32:4"]
;;! expect = { returned = ["i32:1"] }
;;!
;;! [[step]]
;;! inspect = "main"
;;! expect  = { state = "idle", usage = { memory = { is = "5 pages" } } }
;;!
;;! [[step]]
;;! call   = "grow"
;;! args   = ["i32:100"]
;;! expect = { any = [
;;!   { returned = ["i32:-1"], when = { "memory.growFailure" = "minus-one" } },
;;!   { limit = "memory", when = { "memory.growFailure" = "trap" } },
;;! ] }
;;!
;;! [[step]]
;;! inspect = "main"
;;! expect  = { usage = { memory = { is = "5 pages" } } }
(module
  (memory 1)
  (func (export "grow") (param i32) (result i32) (memory.grow (local.get 0))))
