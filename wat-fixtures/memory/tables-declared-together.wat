;;! title    = "tables that are each within the limit and together far above it are refused"
;;! level    = "should"
;;! spec     = "docs/protocol.md, limits: tableElements counts the elements of all tables"
;;! evidence = ["wasmtime PoolingAllocationConfig::total_tables", "wasmi EnforcedLimits"]
;;! row      = "mem.table.count-limit"
;;! requires = ["bulk-memory", "reference-types"]
;;! limits   = { table = 100000 }
;;! generate = { kind = "tables", count = 100, elements = 100000 }
;;!
;;! [[step]]
;;! instantiate = "main"
;;! expect      = { any = [
;;!   { limit = ["table", "memory"], phase = "instantiate" },
;;!   { rejected = ["decode", "validate", "instantiate"] },
;;! ] }
