;;! title    = "reading a non-nullable local that was not set is refused"
;;! level    = "must"
;;! spec     = "core 3.0, valid/instructions local.get"
;;! evidence = ["epsilon #62: a zeroed reference is function 0"]
;;! row      = "crash.validate.index-oob"
;;! requires = ["function-references"]
;;! valid    = false
;;! [[step]]
;;! instantiate = "main"
;;! expect      = { rejected = "validate" }
(module
  (type $function (func))
  (func (export "run") (local $callee (ref $function)) (call_ref $function (local.get $callee))))
