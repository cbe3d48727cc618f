;;! title    = "the start function runs once for each instance, before anything else of it can be called"
;;! level    = "must"
;;! spec     = "core 3.0, exec/modules Instantiation: the start function is invoked as its last step"
;;! evidence = ["core specification, the order of instantiation"]
;;! row      = "life.instantiate.start-once"
;;!
;;! [[step]]
;;! instantiate = "main"
;;!
;;! [[step]]
;;! call   = "starts"
;;! repeat = 3
;;! expect = { returned = ["i32:1"] }
;;!
;;! [[step]]
;;! instantiate = "main"
;;! as          = "second"
;;!
;;! [[step]]
;;! call   = "starts"
;;! on     = "second"
;;! expect = { returned = ["i32:1"] }
(module
  (global $starts (mut i32) (i32.const 0))
  (func $start (global.set $starts (i32.add (global.get $starts) (i32.const 1))))
  (start $start)
  (func (export "starts") (result i32) (global.get $starts)))
