;;! title    = "a module that ran with much fuel obeys the budget of the next sandbox, and the other way round"
;;! level    = "must"
;;! spec     = "host protocol, limits: fuel is a sandbox's balance for its life"
;;! evidence = ["CosmWasm's article on cached modules and their limits"]
;;! row      = "life.compile.trap-policy-from-cache"
;;!
;;! [[step]]
;;! instantiate = "main"
;;! limits      = { fuel = "calibrated:1000000" }
;;!
;;! [[step]]
;;! call   = "run"
;;! args   = ["i32:100000"]
;;! expect = { returned = ["i32:100000"] }
;;!
;;! [[step]]
;;! instantiate = "main"
;;! as          = "poorer"
;;! limits      = { fuel = "calibrated:10000" }
;;!
;;! [[step]]
;;! call   = "run"
;;! on     = "poorer"
;;! args   = ["i32:100000"]
;;! expect = { limit = "fuel" }
;;!
;;! [[step]]
;;! instantiate = "main"
;;! as          = "richer"
;;! limits      = { fuel = "calibrated:1000000" }
;;!
;;! [[step]]
;;! call   = "run"
;;! on     = "richer"
;;! args   = ["i32:100000"]
;;! expect = { returned = ["i32:100000"] }
(module
  (func (export "run") (param $times i32) (result i32)
    (local $count i32)
    (loop $again
      (br_if $again
        (i32.lt_u (local.tee $count (i32.add (local.get $count) (i32.const 1))) (local.get $times))))
    (local.get $count)))
