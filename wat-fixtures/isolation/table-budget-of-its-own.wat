;;! title    = "a sandbox at its table limit takes nothing from the limit of another"
;;! level    = "must"
;;! spec     = "docs/protocol.md, group: sandboxes without one share nothing; owed to every user of a sandbox"
;;! evidence = ["wasmtime docs of StoreLimits: a limiter for each store"]
;;! row      = "mem.table.count-limit"
;;! requires = ["bulk-memory", "reference-types"]
;;! limits   = { table = 100 }
;;!
;;! [[step]]
;;! instantiate = "main"
;;! as          = "greedy"
;;!
;;! [[step]]
;;! call   = "grow"
;;! on     = "greedy"
;;! args   = ["i32:90"]
;;! expect = { returned = ["i32:10"] }
;;!
;;! [[step]]
;;! instantiate = "main"
;;! as          = "other"
;;!
;;! [[step]]
;;! call   = "grow"
;;! on     = "other"
;;! args   = ["i32:90"]
;;! expect = { returned = ["i32:10"] }
(module
  (table 10 funcref)
  (func (export "grow") (param i32) (result i32)
    (table.grow (ref.null func) (local.get 0))))
