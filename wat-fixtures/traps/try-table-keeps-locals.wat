;;! title    = "what a function wrote to its locals before it caught an exception is there afterwards"
;;! level    = "should"
;;! spec     = "core 3.0, exec/instructions throw_ref: a handler's frame is the frame as it is, locals included"
;;! evidence = ["wazero #2503: locals changed in a try_table are lost when it catches"]
;;! row      = "mem.isolation.ref-local-default-null"
;;! requires = ["exceptions"]
;;! [[step]]
;;! call   = "run"
;;! args   = ["i32:1"]
;;! expect = { returned = ["i32:43"] }
(module
  (tag $e)
  (func $fail (throw $e))
  (func (export "run") (param $x i32) (result i32) (local $y i32)
    (block $caught
      (try_table (catch_all $caught)
        (local.set $x (i32.const 40))
        (local.set $y (i32.const 3))
        (call $fail)))
    (i32.add (local.get $x) (local.get $y))))
