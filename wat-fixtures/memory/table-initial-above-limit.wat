;;! title    = "a module that declares a larger table than the limit is refused before it is allocated"
;;! level    = "must"
;;! spec     = "owed to every user of a sandbox: a few bytes must not make the host allocate without bound"
;;! evidence = [
;;!   "V8 takes ten million elements from 30 bytes, some 900 MB resident",
;;!   "ziggy42/epsilon #67",
;;!   "wasmtime tests/all/limits.rs, test_initial_table_limits_exceeded",
;;! ]
;;! row      = "mem.table.initial-above-limit"
;;! limits   = { table = 100000 }
;;!
;;! [[step]]
;;! instantiate = "main"
;;! expect      = { limit = ["table", "memory"], phase = "instantiate" }
(module
  (table 10000000 funcref)
  (func $start unreachable)
  (start $start))
