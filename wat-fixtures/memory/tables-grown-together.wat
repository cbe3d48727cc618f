;;! title    = "tables that grow in turn have no more than the limit together"
;;! level    = "should"
;;! spec     = "docs/protocol.md, limits: tableElements counts the elements of all tables"
;;! evidence = ["wasmtime PoolingAllocationConfig::total_tables", "wasmi EnforcedLimits"]
;;! row      = "mem.table.count-limit"
;;! requires = ["bulk-memory", "reference-types"]
;;! limits   = { table = 100 }
;;!
;;! [[step]]
;;! call   = "grow_in_turn"
;;! expect = { any = [
;;!   { returned = ["i32:1"] },
;;!   { limit = "table", when = { "memory.growFailure" = "trap" } },
;;! ] }
(module
  (table $functions 10 funcref)
  (table $others 10 externref)
  (func (export "grow_in_turn") (result i32)
    (local $rounds i32)
    (loop $more
      (drop (table.grow $functions (ref.null func) (i32.const 1)))
      (drop (table.grow $others (ref.null extern) (i32.const 1)))
      (local.set $rounds (i32.add (local.get $rounds) (i32.const 1)))
      (br_if $more (i32.lt_u (local.get $rounds) (i32.const 200))))
    (i32.le_u (i32.add (table.size $functions) (table.size $others)) (i32.const 100))))
