;;! title    = "an export of a function that does not exist is refused"
;;! level    = "must"
;;! spec     = "core 3.0, valid/modules exports"
;;! evidence = ["epsilon #51, #52, #53: indices that went unchecked"]
;;! row      = "crash.validate.index-oob"
;;! valid    = false
;;! [[step]]
;;! instantiate = "main"
;;! expect      = { rejected = "validate" }
(module
  (func $function)
  (export "run" (func 1)))
