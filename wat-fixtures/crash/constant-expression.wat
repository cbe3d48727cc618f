;;! title    = "an initial value that has to be computed by running code is refused"
;;! level    = "must"
;;! spec     = "core 3.0, valid/instructions constant expressions"
;;! evidence = ["instantiation has no budget of its own for it"]
;;! row      = "crash.validate.index-oob"
;;! valid    = false
;;! [[step]]
;;! instantiate = "main"
;;! expect      = { rejected = "validate" }
(module
  (func $loop (result i32) (loop (result i32) (br 0)))
  (global i32 (call $loop)))
