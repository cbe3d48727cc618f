;;! title    = "a table whose minimum is larger than its maximum is refused"
;;! level    = "must"
;;! spec     = "core 3.0, valid/types limits"
;;! evidence = ["epsilon #51, #52, #53: indices that went unchecked"]
;;! row      = "crash.validate.index-oob"
;;! valid    = false
;;! [[step]]
;;! instantiate = "main"
;;! expect      = { rejected = "validate" }
(module
  (table 2 1 funcref))
