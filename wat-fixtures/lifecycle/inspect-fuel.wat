;;! title    = "a sandbox that can be inspected says what fuel it used, and what is left is the rest"
;;! level    = "should"
;;! spec     = "host protocol, inspect: usage"
;;! evidence = ["fuel semantics of metering hosts: in proportion to work within a factor of two"]
;;! limits   = { fuel = "calibrated:100000" }
;;!
;;! [[step]]
;;! instantiate = "main"
;;!
;;! [[step]]
;;! inspect = "main"
;;! expect  = { usage = { fuel-used = { max = "calibrated:1000" }, fuel-left = { min = "calibrated:99000", max = "calibrated:100000" } } }
;;!
;;! [[step]]
;;! call   = "run"
;;! args   = ["i32:20000"]
;;! expect = { returned = ["i32:20000"] }
;;!
;;! [[step]]
;;! inspect = "main"
;;! expect.usage.fuel-used = { min = "calibrated:10000", max = "calibrated:40000" }
;;! expect.usage.fuel-left = { min = "calibrated:60000", max = "calibrated:90000" }
(module
  (func (export "run") (param $times i32) (result i32)
    (local $count i32)
    (loop $again
      (br_if $again
        (i32.lt_u (local.tee $count (i32.add (local.get $count) (i32.const 1))) (local.get $times))))
    (local.get $count)))
