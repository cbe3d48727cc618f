;;! title    = "an element segment behind the last one is refused"
;;! level    = "must"
;;! spec     = "core 3.0, valid/instructions table.init"
;;! evidence = ["epsilon #51, #52, #53: indices that went unchecked"]
;;! row      = "crash.validate.index-oob"
;;! requires = ["bulk-memory"]
;;! valid    = false
;;! [[step]]
;;! instantiate = "main"
;;! expect      = { rejected = "validate" }
(module
  (table 1 funcref)
  (func $function)
  (elem func $function)
  (func (export "run") (table.init 1 (i32.const 0) (i32.const 0) (i32.const 0))))
