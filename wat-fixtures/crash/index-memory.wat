;;! title    = "a load from a memory that does not exist is refused"
;;! level    = "must"
;;! spec     = "core 3.0, valid/instructions load"
;;! evidence = ["epsilon #51, #52, #53: indices that went unchecked"]
;;! row      = "crash.validate.index-oob"
;;! valid    = false
;;! [[step]]
;;! instantiate = "main"
;;! expect      = { rejected = "validate" }
(module
  (func (export "run") (result i32) (i32.load (i32.const 0))))
