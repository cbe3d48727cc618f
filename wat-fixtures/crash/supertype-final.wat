;;! title    = "a subtype of a final type is refused"
;;! level    = "must"
;;! spec     = "core 3.0, valid/types subtypes"
;;! evidence = ["an engine that trusts final types checks casts to them by identity"]
;;! row      = "crash.validate.index-oob"
;;! requires = ["gc"]
;;! valid    = false
;;! [[step]]
;;! instantiate = "main"
;;! expect      = { rejected = "validate" }
(module
  (type $final (sub final (struct (field i32))))
  (type $sub (sub $final (struct (field i32) (field i64)))))
