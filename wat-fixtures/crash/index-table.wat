;;! title    = "an indirect call through a table that does not exist is refused"
;;! level    = "must"
;;! spec     = "core 3.0, valid/instructions call_indirect"
;;! evidence = ["epsilon #51, #52, #53: indices that went unchecked"]
;;! row      = "crash.validate.index-oob"
;;! valid    = false
;;! [[step]]
;;! instantiate = "main"
;;! expect      = { rejected = "validate" }
(module
  (type $function (func))
  (func (export "run") (call_indirect (type $function) (i32.const 0))))
