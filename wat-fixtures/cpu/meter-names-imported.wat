;;! title    = "a guest that imports a meter's state under the names that meters use gets nothing"
;;! level    = "must"
;;! spec     = "core 3.0, exec/modules: an import that nobody provides fails; owed to every user: the balance is out of the guest's reach"
;;! evidence = ["wasmer lib/middlewares/src/metering.rs: globals by name", "meters that inject code import a function 'gas' of 'env'"]
;;! row      = "cpu.fuel.metering-state-hidden"
;;! requires = ["mutable-globals"]
;;! limits   = { fuel = "calibrated:1000" }
;;! modules  = { points = "guests/imports-points.wat", gas = "guests/imports-gas.wat" }
;;! [[step]]
;;! instantiate = "main"
;;! expect      = { rejected = "link" }
;;! [[step]]
;;! instantiate = "points"
;;! expect      = { rejected = "link" }
;;! [[step]]
;;! instantiate = "gas"
;;! expect      = { any = [
;;!   { rejected = "link", when = { "unknownImports" = "reject" } },
;;!   { done = true, when = { "unknownImports" = "trap-on-call" } },
;;! ] }
(module
  (import "sandproof:counters" "sandproof:fuel" (global $fuel (mut i64)))
  (func (export "mint")
    (global.set $fuel (i64.const 0x3fffffffffffffff))))
