;;! title    = "setting an immutable global is refused"
;;! level    = "must"
;;! spec     = "core 3.0, valid/instructions global.set"
;;! evidence = ["compilers fold the value of an immutable global into code"]
;;! row      = "crash.validate.index-oob"
;;! valid    = false
;;! [[step]]
;;! instantiate = "main"
;;! expect      = { rejected = "validate" }
(module
  (global $constant i32 (i32.const 1))
  (func (export "run") (global.set $constant (i32.const 2))))
