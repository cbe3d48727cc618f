;;! title    = "a function that tail-calls itself begins with fresh locals"
;;! level    = "should"
;;! spec     = "core 3.0, exec/instructions return_call: the frame is a new one, its locals have their default values"
;;! evidence = ["Endive 1.2.0: ArrayIndexOutOfBoundsException"]
;;! row      = "mem.isolation.ref-local-default-null"
;;! requires = ["tail-call"]
;;! [[step]]
;;! call   = "run"
;;! args   = ["i32:3"]
;;! expect = { returned = ["i32:0"] }
(module
  (func $run (export "run") (param $left i32) (result i32) (local $dirty i32)
    (if (local.get $left)
      (then
        (local.set $dirty (i32.const 7))
        (return_call $run (i32.sub (local.get $left) (i32.const 1)))))
    (local.get $dirty)))
