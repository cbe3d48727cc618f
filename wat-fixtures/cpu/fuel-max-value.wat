;;! title    = "the largest budget is a large budget"
;;! level    = "must"
;;! spec     = "host protocol, limits: fuel is an unsigned number of 64 bits"
;;! evidence = ["wasmtime tests/all/fuel.rs, manual_edge_cases"]
;;! row      = "cpu.fuel.max-value"
;;! limits   = { fuel = "18446744073709551615" }
;;! [[step]]
;;! call   = "burn"
;;! args   = ["i32:1000"]
;;! expect = { returned = [] }
;;! [[step]]
;;! call   = "burn"
;;! args   = ["i32:1000"]
;;! limits = { fuel = "18446744073709551615" }
;;! expect = { returned = [] }
;;! [[step]]
;;! call   = "burn"
;;! args   = ["i32:1000"]
;;! expect = { returned = [] }
(module
  (func $burn (export "burn") (param $n i32)
    (loop $again
      (local.set $n (i32.sub (local.get $n) (i32.const 1)))
      (br_if $again (local.get $n)))))
