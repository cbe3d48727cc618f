;;! title    = "a function that leaves more values than it returns is refused"
;;! level    = "must"
;;! spec     = "core 3.0, valid/instructions expressions"
;;! evidence = ["epsilon #51, #52, #53: indices that went unchecked"]
;;! row      = "crash.validate.index-oob"
;;! valid    = false
;;! [[step]]
;;! instantiate = "main"
;;! expect      = { rejected = "validate" }
(module
  (func (export "run") (result i32)
    i32.const 1
    i32.const 2))
