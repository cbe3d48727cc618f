;;! title    = "the memory limit is for a sandbox's whole life, not for each call"
;;! level    = "must"
;;! spec     = "owed to every user of a sandbox: a memory limit is no allowance that comes again with every call"
;;! evidence = ["extism runtime tests, test_memory_max"]
;;! row      = "mem.limit.second-call"
;;! limits   = { memory = "16 pages" }
;;!
;;! [[step]]
;;! call   = "grow"
;;! args   = ["i32:15"]
;;! expect = { returned = ["i32:1"] }
;;!
;;! [[step]]
;;! call   = "grow"
;;! args   = ["i32:15"]
;;! expect = { any = [
;;!   { returned = ["i32:-1"], when = { "state" = "persists" } },
;;!   { limit = "memory", when = { "state" = "persists", "memory.growFailure" = "trap" } },
;;!   { returned = ["i32:1"], when = { "state" = "fresh-per-call" } },
;;! ] }
(module
  (memory 1)
  (func (export "grow") (param i32) (result i32)
    (memory.grow (local.get 0))))
