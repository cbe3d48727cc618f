;;! title    = "each sandbox of a module that the host already has is held to its own budget"
;;! level    = "must"
;;! spec     = "host protocol, limits: they belong to the sandbox, not to the module"
;;! evidence = ["CosmWasm CWA-2024-004: modules compiled before a fix went on with the old costs"]
;;! row      = "cpu.fuel.cached-code-uses-current-costs"
;;! modules  = { again = "main" }
;;! [[step]]
;;! instantiate = "main"
;;! as          = "rich"
;;! limits      = { fuel = "calibrated:100000" }
;;! [[step]]
;;! call   = "burn"
;;! on     = "rich"
;;! args   = ["i32:20000"]
;;! expect = { returned = [] }
;;! [[step]]
;;! instantiate = "main"
;;! as          = "poor"
;;! limits      = { fuel = "calibrated:10000" }
;;! [[step]]
;;! call   = "burn"
;;! on     = "poor"
;;! args   = ["i32:20000"]
;;! expect = { limit = "fuel" }
;;! [[step]]
;;! instantiate = "again"
;;! as          = "late"
;;! limits      = { fuel = "calibrated:10000" }
;;! [[step]]
;;! call   = "burn"
;;! on     = "late"
;;! args   = ["i32:20000"]
;;! expect = { limit = "fuel" }
(module
  (func $burn (export "burn") (param $n i32)
    (loop $again
      (local.set $n (i32.sub (local.get $n) (i32.const 1)))
      (br_if $again (local.get $n)))))
