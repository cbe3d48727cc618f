;;! title    = "an initial value may only name an immutable global that comes before it"
;;! level    = "must"
;;! spec     = "core 3.0, valid/modules globals"
;;! evidence = ["a global that is read before it is there"]
;;! row      = "crash.validate.index-oob"
;;! valid    = false
;;! [[step]]
;;! instantiate = "main"
;;! expect      = { rejected = "validate" }
(module
  (global $itself i32 (global.get $itself)))
