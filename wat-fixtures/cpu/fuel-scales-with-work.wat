;;! title    = "fuel is in proportion to what runs: ten times the rounds of a loop cost ten times as much"
;;! level    = "must"
;;! spec     = "owed to every user of a sandbox that meters: twice the work costs twice the fuel"
;;! evidence = ["CosmWasm's gas target"]
;;! row      = "cpu.fuel.scales-with-work"
;;! [[step]]
;;! call   = "burn"
;;! args   = ["i32:200000"]
;;! limits = { fuel = "calibrated:220000" }
;;! expect = { returned = [] }
;;! [[step]]
;;! call   = "burn"
;;! args   = ["i32:200000"]
;;! limits = { fuel = "calibrated:180000" }
;;! expect = { limit = "fuel" }
(module
  ;; The kit measured this loop with 10,000 and 20,000 rounds.
  (func $burn (export "burn") (param $n i32)
    (loop $again
      (local.set $n (i32.sub (local.get $n) (i32.const 1)))
      (br_if $again (local.get $n)))))
