;;! title    = "a sandbox at its memory limit takes nothing from the limit of another"
;;! level    = "must"
;;! spec     = "docs/protocol.md, group: sandboxes without one share nothing; owed to every user of a sandbox"
;;! evidence = ["wasmtime docs of StoreLimits: a limiter for each store", "fermyon/spin #3705"]
;;! row      = "mem.limit.per-instance-aggregate"
;;! limits   = { memory = "16 pages" }
;;!
;;! [[step]]
;;! instantiate = "main"
;;! as          = "greedy"
;;!
;;! [[step]]
;;! call   = "grow"
;;! on     = "greedy"
;;! args   = ["i32:15"]
;;! expect = { returned = ["i32:1"] }
;;!
;;! [[step]]
;;! instantiate = "main"
;;! as          = "other"
;;!
;;! [[step]]
;;! call   = "grow"
;;! on     = "other"
;;! args   = ["i32:15"]
;;! expect = { returned = ["i32:1"] }
(module
  (memory 1)
  (func (export "grow") (param i32) (result i32)
    (memory.grow (local.get 0))))
