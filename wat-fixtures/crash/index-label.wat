;;! title    = "a branch out of more blocks than there are is refused"
;;! level    = "must"
;;! spec     = "core 3.0, valid/instructions br"
;;! evidence = ["epsilon #51, #52, #53: indices that went unchecked"]
;;! row      = "crash.validate.index-oob"
;;! valid    = false
;;! [[step]]
;;! instantiate = "main"
;;! expect      = { rejected = "validate" }
(module
  (func (export "run") (block (br 2))))
