;;! title    = "a global behind the last one is refused"
;;! level    = "must"
;;! spec     = "core 3.0, valid/instructions global.set"
;;! evidence = ["epsilon #51, #52, #53: indices that went unchecked", "wasmer: the balance of its meter is a global behind the last one"]
;;! row      = "crash.validate.index-oob"
;;! valid    = false
;;! [[step]]
;;! instantiate = "main"
;;! expect      = { rejected = "validate" }
;; A host that keeps its balance in a global that it adds to the module adds it behind the last one.
(module
  (func (export "run") (global.set 0 (i64.const 0x7fffffffffffffff))))
