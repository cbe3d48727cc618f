;;! title    = "an exception with a tag behind the last one is refused"
;;! level    = "must"
;;! spec     = "core 3.0, valid/instructions throw"
;;! evidence = ["epsilon #51, #52, #53: indices that went unchecked"]
;;! row      = "crash.validate.index-oob"
;;! requires = ["exceptions"]
;;! valid    = false
;;! [[step]]
;;! instantiate = "main"
;;! expect      = { rejected = "validate" }
(module
  (tag $tag)
  (func (export "run") (throw 1)))
