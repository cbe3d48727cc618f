;;! title    = "a module that was used with much memory obeys the limit of the next sandbox, and the other way round"
;;! level    = "must"
;;! spec     = "host protocol, limits: belong to the instantiation that names them"
;;! evidence = ["CosmWasm's article on cached modules and their limits"]
;;! row      = "life.compile.trap-policy-from-cache"
;;! modules  = { again = "main" }
;;!
;;! [[step]]
;;! instantiate = "main"
;;! limits      = { memory = "4 pages" }
;;!
;;! [[step]]
;;! instantiate = "main"
;;! as          = "smaller"
;;! limits      = { memory = "2 pages" }
;;!
;;! [[step]]
;;! instantiate = "again"
;;! as          = "reloaded"
;;! limits      = { memory = "2 pages" }
;;!
;;! [[step]]
;;! instantiate = "main"
;;! as          = "larger"
;;! limits      = { memory = "4 pages" }
;;!
;;! [[step]]
;;! call   = "grow"
;;! args   = ["i32:3"]
;;! expect = { returned = ["i32:1"] }
;;!
;;! [[step]]
;;! call   = "grow"
;;! on     = "smaller"
;;! args   = ["i32:3"]
;;! expect = { any = [
;;!   { returned = ["i32:-1"], when = { "memory.growFailure" = "minus-one" } },
;;!   { limit = "memory", when = { "memory.growFailure" = "trap" } },
;;! ] }
;;!
;;! [[step]]
;;! call   = "grow"
;;! on     = "reloaded"
;;! args   = ["i32:3"]
;;! expect = { any = [
;;!   { returned = ["i32:-1"], when = { "memory.growFailure" = "minus-one" } },
;;!   { limit = "memory", when = { "memory.growFailure" = "trap" } },
;;! ] }
;;!
;;! [[step]]
;;! call   = "grow"
;;! on     = "larger"
;;! args   = ["i32:3"]
;;! expect = { returned = ["i32:1"] }
(module
  (memory 1)
  (func (export "grow") (param i32) (result i32) (memory.grow (local.get 0))))
