;;! title    = "a module that is a command and a reactor is refused, or initialised as a reactor and not started"
;;! level    = "should"
;;! spec     = "WASI application ABI: a module exports _start or _initialize, not both"
;;! evidence = ["WASI application ABI"]
;;! row      = "life.command.has-both"
;;!
;;! [[step]]
;;! instantiate = "main"
;;! expect      = { any = [{ done = true }, { rejected = ["validate", "link", "instantiate", "start"] }] }
;;!
;;! [[step]]
;;! call   = "order"
;;! expect = { returned = ["i32:2"] }
(module
  (global $order (mut i32) (i32.const 0))
  (func $digit (param i32)
    (global.set $order (i32.add (i32.mul (global.get $order) (i32.const 10)) (local.get 0))))
  (func (export "_start") (call $digit (i32.const 1)))
  (func (export "_initialize") (call $digit (i32.const 2)))
  (func (export "order") (result i32) (global.get $order)))
