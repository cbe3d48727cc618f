;;! title    = "a data segment behind the last one is refused"
;;! level    = "must"
;;! spec     = "core 3.0, valid/instructions memory.init"
;;! evidence = ["epsilon #51, #52, #53: indices that went unchecked", "RUSTSEC-2024-0441: a dropped segment of another kind"]
;;! row      = "crash.validate.index-oob"
;;! requires = ["bulk-memory"]
;;! valid    = false
;;! [[step]]
;;! instantiate = "main"
;;! expect      = { rejected = "validate" }
(module
  (memory 1)
  (data "passive")
  (func (export "run") (memory.init 1 (i32.const 0) (i32.const 0) (i32.const 0))))
