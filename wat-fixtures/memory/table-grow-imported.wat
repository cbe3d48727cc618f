;;! title    = "a guest that imports a table grows it within the same limit as the guest that defines it"
;;! level    = "must"
;;! spec     = "docs/protocol.md, group and link: the first member's limits bind the group; owed to every user of a sandbox"
;;! evidence = ["wasmtime #3040, limits of host-created and imported memories"]
;;! row      = "mem.table.grow-beyond-limit"
;;! requires = ["bulk-memory", "reference-types"]
;;! modules  = { importer = "table-grow-imported.importer.wat" }
;;!
;;! [[step]]
;;! instantiate = "main"
;;! group       = "pair"
;;! limits      = { table = 100 }
;;!
;;! [[step]]
;;! instantiate = "importer"
;;! group       = "pair"
;;! link        = { owner = "main" }
;;!
;;! [[step]]
;;! call   = "grow_past_limit"
;;! on     = "importer"
;;! expect = { any = [
;;!   { returned = ["i32:1"] },
;;!   { limit = "table", when = { "memory.growFailure" = "trap" } },
;;! ] }
(module
  (table (export "table") 10 funcref))
