;;! title    = "a table of references of the guest's own is held to the limit, declared and grown"
;;! level    = "must"
;;! spec     = "JS-API, Table: the engine's own limit is ten million; owed to every user of a sandbox: the limit on tables holds"
;;! evidence = ["JS-API, Implementation-defined Limits: 10,000,000 elements", "each element is a pointer that the garbage collector walks"]
;;! row      = "js.table.no-limit-api"
;;! requires = ["reference-types", "bulk-memory"]
;;! limits   = { table = 1000 }
;;! modules  = { second = "table-of-references-grown.wat" }
;;!
;;! [[step]]
;;! instantiate = "main"
;;! expect      = { limit = "table", phase = "instantiate" }
;;!
;;! [[step]]
;;! instantiate = "second"
;;!
;;! [[step]]
;;! call   = "grow"
;;! on     = "second"
;;! expect = { any = [
;;!   { returned = ["i32:-1"], when = { "memory.growFailure" = "minus-one" } },
;;!   { limit = "table", when = { "memory.growFailure" = "trap" } },
;;! ] }

(module
  (table 10000000 externref)
  (func (export "size") (result i32)
    (table.size 0)))
