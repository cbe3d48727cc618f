;;! title    = "initialising a mebibyte of memory is paid for"
;;! level    = "should"
;;! spec     = "owed to every user of a sandbox that meters: what instantiating copies is work done for the guest"
;;! evidence = ["wasmer #890", "CosmWasm CWA-2025-005"]
;;! row      = "cpu.fuel.charged-at-instantiation"
;;! limits   = { fuel = "calibrated:100", memory = "2MiB" }
;;! generate = { kind = "active-data", bytes = 1048576 }
;;! [[step]]
;;! instantiate = "main"
;;! expect      = { limit = "fuel", phase = ["instantiate", "start"] }

;; A memory, and an active segment of so many bytes.
