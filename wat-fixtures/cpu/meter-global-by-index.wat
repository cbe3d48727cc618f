;;! title    = "a guest that names a global which only the meter would add is invalid"
;;! level    = "must"
;;! spec     = "core 3.0, valid/instructions global.set: the index must exist in the module that the guest brought"
;;! evidence = ["a host that validates only what its meter made accepts the meter's own globals"]
;;! row      = "cpu.fuel.metering-state-hidden"
;;! requires = ["mutable-globals"]
;;! limits   = { fuel = "calibrated:1000" }
;;! valid    = false
;;! modules  = { second = "guests/second-global.wat" }
;;! [[step]]
;;! instantiate = "main"
;;! expect      = { rejected = "validate" }
;;! [[step]]
;;! instantiate = "second"
;;! expect      = { rejected = "validate" }
(module
  ;; It has no global at all: index 0 is the first that a meter could add.
  (func (export "mint")
    (global.set 0 (i64.const 0x3fffffffffffffff))))
