;;! title    = "a guest with little fuel pays for its 10,000 data segments"
;;! level    = "should"
;;! spec     = "owed to every user of a sandbox: what a guest makes its host do is paid for"
;;! evidence = ["wasmi max_data_segments", "CWA-2025-005: work at instantiation was free"]
;;! row      = "ex.instantiate.data-init-bomb"
;;! limits   = { fuel = "calibrated:100" }
;;! generate = { kind = "many", of = "data-segments", count = 10000 }
;;!
;;! [[step]]
;;! instantiate = "main"
;;! expect      = { any = [
;;!   { limit = ["fuel", "module-size", "compile", "memory"] },
;;!   { rejected = ["decode", "validate"] },
;;! ] }
