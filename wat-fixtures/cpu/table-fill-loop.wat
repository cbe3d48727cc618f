;;! title    = "table.fill of 500,000 elements, again and again, is ended by the CPU budget"
;;! level    = "should"
;;! spec     = "owed to every user of a sandbox: work that grows with a length is paid for, or cut, by that length"
;;! evidence = ["wasmtime OperatorCost: a part of a cost that varies with the length"]
;;! row      = "cpu.bulk.table-ops"
;;! requires = ["bulk-memory", "reference-types"]
;;! limits   = { table = 1000000 }
;;! cpu      = { iterations = 10000, time = "60ms" }
;;! [[step]]
;;! call   = "run"
;;! expect = { limit = "cpu" }
(module
  (table 500000 funcref)
  (func (export "run")
    (loop $again
      (table.fill (i32.const 0) (ref.null func) (i32.const 500000))
      (br_if $again (i32.const 1)))))
