;;! title    = "an operand of the wrong type is refused"
;;! level    = "must"
;;! spec     = "core 3.0, valid/instructions"
;;! evidence = ["a float taken for a reference is a pointer that the guest made"]
;;! row      = "crash.validate.index-oob"
;;! valid    = false
;;! [[step]]
;;! instantiate = "main"
;;! expect      = { rejected = "validate" }
(module
  (table 1 funcref)
  (func (export "run") (param i64) (result i32) (i32.add (local.get 0) (i32.const 1))))
