;;! title    = "a body of 100,000 operators between two branches is ended by the CPU budget"
;;! level    = "must"
;;! spec     = "owed to every user of a sandbox: a guest that never ends is ended by its budget, whatever its code looks like"
;;! evidence = ["wasmer #999"]
;;! row      = "cpu.straight-line.huge-body"
;;! cpu      = { iterations = 10000, time = "60ms" }
;;! generate = { kind = "straight-line", operators = 100000 }
;;! [[step]]
;;! call   = "run"
;;! expect = { limit = "cpu" }

;; Two exports: `run` goes round a loop whose body has so many operators and no branch but the last; `few` says whether
;; it went round at most twice.
