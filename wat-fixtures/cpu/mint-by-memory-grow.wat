;;! title    = "growing a memory by impossible deltas does not add to the balance"
;;! level    = "must"
;;! spec     = "owed to every user of a sandbox that meters: what is used never becomes less"
;;! evidence = ["wasmtime tests/all/fuel.rs, huge_table64_grow_cannot_mint_fuel"]
;;! row      = "cpu.fuel.cannot-mint"
;;! limits   = { fuel = "calibrated:10000" }
;;! [[step]]
;;! call   = "mint"
;;! expect = { any = [{ returned = [] }, { limit = "fuel" }] }
;;! [[step]]
;;! call   = "burn"
;;! args   = ["i32:20000"]
;;! expect = { any = [{ limit = "fuel" }, { rejected = "call", reason = ["poisoned", "closed"] }] }
(module
  (memory 1)
  (func $burn (export "burn") (param $n i32)
    (loop $again
      (local.set $n (i32.sub (local.get $n) (i32.const 1)))
      (br_if $again (local.get $n))))
  ;; Every delta is refused. A cost in proportion to one, in signed numbers or in too few bits, is a gift.
  (func (export "mint") (local $n i32)
    (local.set $n (i32.const 20))
    (loop $again
      (drop (memory.grow (i32.const -500)))
      (drop (memory.grow (i32.const -1)))
      (drop (memory.grow (i32.const 0x80000000)))
      (local.set $n (i32.sub (local.get $n) (i32.const 1)))
      (br_if $again (local.get $n)))))
