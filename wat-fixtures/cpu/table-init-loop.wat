;;! title    = "table.init of 50,000 elements, again and again, is ended by the CPU budget"
;;! level    = "should"
;;! spec     = "owed to every user of a sandbox: work that grows with a length is paid for, or cut, by that length"
;;! evidence = ["wasmtime OperatorCost: a part of a cost that varies with the length"]
;;! row      = "cpu.bulk.table-ops"
;;! requires = ["bulk-memory", "reference-types"]
;;! limits   = { table = 1000000 }
;;! cpu      = { iterations = 10000, time = "60ms" }
;;! generate = { kind = "table-init-loop", elements = 50000 }
;;! [[step]]
;;! call   = "run"
;;! expect = { limit = "cpu" }

;; `run` copies a passive segment of so many functions into a table, forever.
