;;! title    = "what one member of a group uses, the others do not have"
;;! level    = "must"
;;! spec     = "host protocol, group and link: one fuel balance for all members"
;;! evidence = ["wasmtime tests/misc_testsuite/fuel.wast, across functions"]
;;! row      = "cpu.fuel.cross-instance"
;;! modules  = { twin = "main" }
;;! [[step]]
;;! instantiate = "main"
;;! group       = "pair"
;;! limits      = { fuel = "calibrated:10000" }
;;! [[step]]
;;! instantiate = "twin"
;;! group       = "pair"
;;! [[step]]
;;! call   = "burn"
;;! args   = ["i32:6000"]
;;! expect = { returned = [] }
;;! [[step]]
;;! call   = "burn"
;;! on     = "twin"
;;! args   = ["i32:6000"]
;;! expect = { limit = "fuel" }
(module
  (func $burn (export "burn") (param $n i32)
    (loop $again
      (local.set $n (i32.sub (local.get $n) (i32.const 1)))
      (br_if $again (local.get $n)))))
