;;! title    = "memory.init of a whole segment, again and again, is ended by the CPU budget"
;;! level    = "must"
;;! spec     = "owed to every user of a sandbox: work that grows with a length is paid for, or cut, by that length"
;;! evidence = ["wasmtime Config, limitations with malicious guests", "wasmi charges a unit for each 64 bytes"]
;;! row      = "cpu.bulk.fill-loop"
;;! requires = ["bulk-memory"]
;;! cpu      = { iterations = 10000, time = "60ms" }
;;! generate = { kind = "memory-init-loop", bytes = 4194304 }
;;! [[step]]
;;! call   = "run"
;;! expect = { limit = "cpu" }

;; `run` copies a passive segment of so many bytes into memory, forever.
