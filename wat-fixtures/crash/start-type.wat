;;! title    = "a start function that takes or returns something is refused"
;;! level    = "must"
;;! spec     = "core 3.0, valid/modules start function"
;;! evidence = ["epsilon #51, #52, #53: indices that went unchecked"]
;;! row      = "crash.validate.index-oob"
;;! valid    = false
;;! [[step]]
;;! instantiate = "main"
;;! expect      = { rejected = "validate" }
(module
  (func $start (param i32) (result i64) (i64.extend_i32_u (local.get 0)))
  (start $start))
