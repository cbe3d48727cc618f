;;! title    = "two exports of one name are refused"
;;! level    = "must"
;;! spec     = "core 3.0, valid/modules"
;;! evidence = ["a host that keeps exports by name calls one and checks the other"]
;;! row      = "crash.validate.index-oob"
;;! valid    = false
;;! [[step]]
;;! instantiate = "main"
;;! expect      = { rejected = "validate" }
(module
  (func $first (result i32) (i32.const 1))
  (func $second (param i64))
  (export "run" (func $first))
  (export "run" (func $second)))
