;;! title    = "a guest that imports a memory grows it within the same limit as the guest that defines it"
;;! level    = "must"
;;! spec     = "docs/protocol.md, group and link: one memory limit for a group; owed to every user of a sandbox"
;;! evidence = ["wasmtime #3040, limits of host-created and imported memories"]
;;! row      = "mem.limit.imported-memory"
;;! modules  = { importer = "grow-imported.importer.wat" }
;;!
;;! [[step]]
;;! instantiate = "main"
;;! group       = "pair"
;;! limits      = { memory = "16 pages" }
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
;;!   { limit = "memory", when = { "memory.growFailure" = "trap" } },
;;! ] }
(module
  (memory (export "memory") 1))
