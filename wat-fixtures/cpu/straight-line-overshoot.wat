;;! title    = "a body of 100,000 operators runs at most once more when there is fuel for a tenth of it"
;;! level    = "must"
;;! spec     = "owed to every user of a sandbox that meters: a budget is overdrawn by one straight piece of code at most"
;;! evidence = ["wasmer #999", "wasmtime checks fuel at entries, loop headers and around calls"]
;;! row      = "cpu.straight-line.huge-body"
;;! limits   = { fuel = "calibrated:1000" }
;;! generate = { kind = "straight-line", operators = 100000 }
;;! [[step]]
;;! call   = "run"
;;! expect = { limit = "fuel" }
;;! [[step]]
;;! call   = "few"
;;! limits = { fuel = "calibrated:1000" }
;;! expect = { any = [{ returned = ["i32:1"] }, { rejected = "call", reason = ["poisoned", "closed"] }] }

;; The module is the one of straight-line.wat.
