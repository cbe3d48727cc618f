;;! title    = "a bulk operation with an impossible length does not add to the balance"
;;! level    = "must"
;;! spec     = "owed to every user of a sandbox that meters: what is used never becomes less"
;;! evidence = ["wasmtime tests/all/fuel.rs, costs that saturate"]
;;! row      = "cpu.fuel.cannot-mint"
;;! requires = ["memory64", "bulk-memory"]
;;! limits   = { fuel = "calibrated:10000" }
;;! [[step]]
;;! call   = "fill"
;;! args   = ["i64:-64"]
;;! expect = { any = [{ trapped = "*" }, { limit = "fuel" }] }
;;! [[step]]
;;! call   = "fill"
;;! args   = ["i64:0x8000000000000000"]
;;! expect = { any = [{ trapped = "*" }, { limit = "fuel" }, { rejected = "call", reason = ["poisoned", "closed"] }] }
;;! [[step]]
;;! call   = "burn"
;;! args   = ["i32:20000"]
;;! expect = { any = [{ limit = "fuel" }, { rejected = "call", reason = ["poisoned", "closed"] }] }
(module
  (memory i64 1)
  (func $burn (export "burn") (param $n i32)
    (loop $again
      (local.set $n (i32.sub (local.get $n) (i32.const 1)))
      (br_if $again (local.get $n))))
  (func (export "fill") (param $length i64)
    (memory.fill (i64.const 0) (i32.const 7) (local.get $length))))
