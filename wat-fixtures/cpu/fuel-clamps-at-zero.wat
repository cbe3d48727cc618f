;;! title    = "a balance that was overdrawn is reported as nothing, and the next call ends at once"
;;! level    = "must"
;;! spec     = "owed to every user of a sandbox that meters: a balance is never negative, and never wraps round"
;;! evidence = ["wasmtime tests/all/fuel.rs, get_fuel_clamps_at_zero"]
;;! row      = "cpu.fuel.clamps-at-zero"
;;! limits   = { fuel = "calibrated:1000", memory = "4MiB" }
;;! [[step]]
;;! call   = "overdraw"
;;! expect = { limit = "fuel" }
;;! [[step]]
;;! inspect = "main"
;;! expect  = { done = true, usage = { fuel-left = { max = "calibrated:100" }, fuel-used = { min = "calibrated:900" } } }
;;! [[step]]
;;! call   = "burn"
;;! args   = ["i32:500"]
;;! expect = { any = [{ limit = "fuel" }, { rejected = "call", reason = ["poisoned", "closed"] }] }
(module
  (memory 1)
  (func $burn (export "burn") (param $n i32)
    (loop $again
      (local.set $n (i32.sub (local.get $n) (i32.const 1)))
      (br_if $again (local.get $n))))
  (func (export "overdraw")
    (call $burn (i32.const 900))
    ;; Where pages have a price this overdraws the rest by far; where they have none the loop does it.
    (drop (memory.grow (i32.const 63)))
    (call $burn (i32.const 100000))))
