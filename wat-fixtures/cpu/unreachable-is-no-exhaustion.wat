;;! title    = "the end of the fuel is told apart from a guest's own unreachable"
;;! level    = "must"
;;! spec     = "core 3.0, exec/instructions unreachable; host protocol, outcome: a limit is no trap"
;;! evidence = ["wasmer #1931: the end of metering was reported as an unreachable that was reached"]
;;! row      = "cpu.fuel.distinct-from-unreachable"
;;! [[step]]
;;! instantiate = "main"
;;! [[step]]
;;! instantiate = "main"
;;! as          = "fresh"
;;! [[step]]
;;! call   = "burn"
;;! args   = ["i32:20000"]
;;! limits = { fuel = "calibrated:10000" }
;;! expect = { limit = "fuel" }
;;! [[step]]
;;! call   = "trap"
;;! limits = { fuel = "calibrated:10000" }
;;! expect = { any = [{ trapped = "unreachable" }, { rejected = "call", reason = ["poisoned", "closed"] }] }
;;! [[step]]
;;! call   = "trap"
;;! on     = "fresh"
;;! limits = { fuel = "calibrated:10000" }
;;! expect = { trapped = "unreachable" }
(module
  (func $burn (export "burn") (param $n i32)
    (loop $again
      (local.set $n (i32.sub (local.get $n) (i32.const 1)))
      (br_if $again (local.get $n))))
  (func (export "trap") (unreachable)))
