;;! title    = "a guest that ran out of fuel goes on with new fuel and its memory as it left it, or is declared dead"
;;! level    = "should"
;;! spec     = "host protocol, limits: fuel at call sets the balance from then on"
;;! evidence = ["wasmi #1498: calls can be resumed", "wasmer, set_remaining_points"]
;;! row      = "cpu.fuel.refuel-after-exhaustion"
;;! [[step]]
;;! call   = "count"
;;! limits = { fuel = "calibrated:10000" }
;;! expect = { limit = "fuel" }
;;! [[step]]
;;! call   = "is_sound"
;;! limits = { fuel = "calibrated:10000" }
;;! expect = { any = [{ returned = ["i32:1"] }, { rejected = "call", reason = ["poisoned", "closed"] }] }
;;! [[step]]
;;! call   = "count"
;;! limits = { fuel = "calibrated:10000" }
;;! expect = { any = [{ limit = "fuel" }, { rejected = "call", reason = ["poisoned", "closed"] }] }
(module
  (memory 1)
  (global $count (mut i32) (i32.const 0))
  ;; Counts forever, in a global and behind it in memory.
  (func (export "count")
    (loop $again
      (global.set $count (i32.add (global.get $count) (i32.const 1)))
      (i32.store (i32.const 1024) (global.get $count))
      (br_if $again (i32.const 1))))
  ;; It counted, and was stopped in one round: memory is where the global is, or one behind.
  (func (export "is_sound") (result i32)
    (i32.and
      (i32.gt_u (i32.load (i32.const 1024)) (i32.const 0))
      (i32.le_u (i32.sub (global.get $count) (i32.load (i32.const 1024))) (i32.const 1)))))
