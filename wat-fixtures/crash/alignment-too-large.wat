;;! title    = "an access that promises a larger alignment than its width is refused"
;;! level    = "must"
;;! spec     = "core 3.0, valid/instructions memory accesses"
;;! evidence = ["epsilon #52"]
;;! row      = "crash.validate.index-oob"
;;! valid    = false
;;! [[step]]
;;! instantiate = "main"
;;! expect      = { rejected = "validate" }
(module
  (memory 1)
  (func (export "run") (result i32) (i32.load align=8 (i32.const 0))))
