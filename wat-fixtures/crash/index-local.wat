;;! title    = "a local behind the last one is refused"
;;! level    = "must"
;;! spec     = "core 3.0, valid/instructions local.get"
;;! evidence = ["epsilon #51, #52, #53: indices that went unchecked"]
;;! row      = "crash.validate.index-oob"
;;! valid    = false
;;! [[step]]
;;! instantiate = "main"
;;! expect      = { rejected = "validate" }
;; In a frame without bounds the value of another function, or a return address.
(module
  (func (export "run") (param i32) (result i32) (local i32) (local.get 2)))
