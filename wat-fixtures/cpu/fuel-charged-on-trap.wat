;;! title    = "a call that traps is paid for like any other"
;;! level    = "must"
;;! spec     = "owed to every user of a sandbox that meters: a budget for the life of a sandbox counts every call"
;;! evidence = ["wasmtime #13802", "CosmWasm CWA-2025-004"]
;;! row      = "cpu.fuel.charged-on-trap"
;;! limits   = { fuel = "calibrated:10000" }
;;! [[step]]
;;! call   = "burn_and_trap"
;;! expect = { trapped = "*" }
;;! [[step]]
;;! call   = "burn_and_trap"
;;! expect = { any = [{ trapped = "*" }, { rejected = "call", reason = ["poisoned", "closed"] }] }
;;! [[step]]
;;! call   = "burn_and_trap"
;;! expect = { any = [{ limit = "fuel" }, { rejected = "call", reason = ["poisoned", "closed"] }] }
(module
  (func $burn (export "burn") (param $n i32)
    (loop $again
      (local.set $n (i32.sub (local.get $n) (i32.const 1)))
      (br_if $again (local.get $n))))
  (func (export "burn_and_trap")
    (call $burn (i32.const 4000))
    (unreachable)))
