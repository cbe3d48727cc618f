;;! title    = "a guest that exports globals under a meter's names does not get at the meter"
;;! level    = "must"
;;! spec     = "owed to every user of a sandbox that meters: the balance is out of the guest's reach"
;;! evidence = ["wasmer lib/middlewares/src/metering.rs exports two mutable globals"]
;;! row      = "cpu.fuel.metering-state-hidden"
;;! requires = ["mutable-globals"]
;;! limits   = { fuel = "calibrated:1000" }
;;! [[step]]
;;! instantiate = "main"
;;! expect      = { any = [{ done = true }, { rejected = ["decode", "validate", "link", "instantiate"] }] }
;;! [[step]]
;;! call   = "run"
;;! expect = { limit = "fuel" }
(module
  (global $points (mut i64) (i64.const 0x3fffffffffffffff))
  (global $exhausted (mut i32) (i32.const 0))
  (export "wasmer_metering_remaining_points" (global $points))
  (export "wasmer_metering_points_exhausted" (global $exhausted))
  (export "remaining_points" (global $points))
  (export "gas_left" (global $points))
  (export "fuel" (global $points))
  (export "sandproof:fuel" (global $points))
  (func (export "run") (local $n i32)
    (local.set $n (i32.const 100000))
    (loop $again
      (global.set $points (i64.const 0x3fffffffffffffff))
      (global.set $exhausted (i32.const 0))
      (local.set $n (i32.sub (local.get $n) (i32.const 1)))
      (br_if $again (local.get $n)))))
