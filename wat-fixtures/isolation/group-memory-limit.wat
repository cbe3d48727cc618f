;;! title    = "the members of a group have one memory limit together"
;;! level    = "must"
;;! spec     = "docs/protocol.md, group and link: one memory limit"
;;! evidence = ["fermyon/spin #3705", "wasmtime docs of StoreLimits"]
;;! row      = "mem.limit.per-instance-aggregate"
;;!
;;! [[step]]
;;! instantiate = "main"
;;! as          = "first"
;;! group       = "pair"
;;! limits      = { memory = "16 pages" }
;;!
;;! [[step]]
;;! instantiate = "main"
;;! as          = "second"
;;! group       = "pair"
;;!
;;! [[step]]
;;! call   = "grow"
;;! on     = "first"
;;! args   = ["i32:8"]
;;! expect = { returned = ["i32:1"] }
;;!
;;! [[step]]
;;! call   = "grow"
;;! on     = "second"
;;! args   = ["i32:8"]
;;! expect = { any = [
;;!   { returned = ["i32:-1"], when = { "memory.scope" = "sandbox" } },
;;!   { limit = "memory", when = { "memory.scope" = "sandbox", "memory.growFailure" = "trap" } },
;;!   { returned = ["i32:1"], when = { "memory.scope" = "memory" } },
;;! ] }
(module
  (memory 1)
  (func (export "grow") (param i32) (result i32)
    (memory.grow (local.get 0))))
