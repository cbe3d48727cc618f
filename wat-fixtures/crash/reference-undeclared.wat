;;! title    = "a reference to a function that the module does not declare to be referenced is refused"
;;! level    = "must"
;;! spec     = "core 3.0, valid/instructions ref.func"
;;! evidence = ["engines make callable only what is declared"]
;;! row      = "crash.validate.index-oob"
;;! requires = ["reference-types", "bulk-memory"]
;;! valid    = false
;;! [[step]]
;;! instantiate = "main"
;;! expect      = { rejected = "validate" }
(module
  (func $hidden)
  (func (export "run") (result funcref) (ref.func $hidden)))
