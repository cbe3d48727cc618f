;;! title    = "a call of a function behind the last one is refused"
;;! level    = "must"
;;! spec     = "core 3.0, valid/instructions call"
;;! evidence = ["epsilon #51, #52, #53: indices that went unchecked"]
;;! row      = "crash.validate.index-oob"
;;! valid    = false
;;! [[step]]
;;! instantiate = "main"
;;! expect      = { rejected = "validate" }
;; A host that adds functions of its own to a module, to meter it or to bound its growth, adds them behind the last one.
(module
  (memory 1)
  (func (export "run") (result i32) (call 1 (memory.grow (i32.const 0)))))
