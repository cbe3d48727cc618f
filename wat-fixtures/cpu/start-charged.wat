;;! title    = "what the start function does is taken from the same balance as the calls"
;;! level    = "must"
;;! spec     = "host protocol, limits: fuel at instantiate is the balance for the life of the sandbox"
;;! evidence = ["wasmer #890", "CosmWasm CWA-2025-005"]
;;! row      = "cpu.fuel.charged-at-instantiation"
;;! limits   = { fuel = "calibrated:10000" }
;;! [[step]]
;;! call   = "burn"
;;! args   = ["i32:1000"]
;;! expect = { returned = [] }
;;! [[step]]
;;! call   = "burn"
;;! args   = ["i32:4000"]
;;! expect = { limit = "fuel" }
(module
  (func $burn (export "burn") (param $n i32)
    (loop $again
      (local.set $n (i32.sub (local.get $n) (i32.const 1)))
      (br_if $again (local.get $n))))
  (func $main
    (call $burn (i32.const 7000)))
  (start $main))
