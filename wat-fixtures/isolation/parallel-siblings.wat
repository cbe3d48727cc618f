;;! title    = "two sandboxes that run at the same time find nothing of each other's in their memories"
;;! level    = "must"
;;! spec     = "core 3.0, exec/modules instantiation: each instantiation makes fresh instances"
;;! evidence = ["RUSTSEC-2024-0439, a race between instances", "wazero, concurrentCompilationInstantiationExecution"]
;;! row      = "mem.isolation.no-cross-instance-pointer"
;;!
;;! [[step]]
;;! instantiate = "main"
;;! as          = "one"
;;!
;;! [[step]]
;;! instantiate = "main"
;;! as          = "two"
;;!
;;! [[step]]
;;! call   = "mark"
;;! on     = "one"
;;! args   = ["i32:1"]
;;! expect = { returned = [] }
;;!
;;! [[step]]
;;! call   = "mark"
;;! on     = "two"
;;! args   = ["i32:2"]
;;! expect = { returned = [] }
;;!
;;! [[step]]
;;! parallel = [
;;!   { call = "work", on = "one", args = ["i32:1"], expect = { returned = ["i32:1"] } },
;;!   { call = "work", on = "two", args = ["i32:2"], expect = { returned = ["i32:1"] } },
;;! ]
(module
  (memory (export "memory") 1)
  (func $mark (export "mark") (param $own i32)
    (local $at i32)
    (loop $next
      (i32.store (local.get $at) (local.get $own))
      (br_if $next (i32.lt_u (local.tee $at (i32.add (local.get $at) (i32.const 4))) (i32.const 65536)))))
  ;; Looks at its own mark and makes it again, often enough for the other one to be under way.
  (func (export "work") (param $own i32) (result i32)
    (local $rounds i32)
    (local $at i32)
    (if (i32.eqz (i32.load (i32.const 0))) (then (call $mark (local.get $own))))
    (loop $again
      (local.set $at (i32.const 0))
      (loop $next
        (if (i32.ne (i32.load (local.get $at)) (local.get $own)) (then (return (i32.const 0))))
        (i32.store (local.get $at) (local.get $own))
        (br_if $next (i32.lt_u (local.tee $at (i32.add (local.get $at) (i32.const 4))) (i32.const 65536))))
      (br_if $again (i32.lt_u (local.tee $rounds (i32.add (local.get $rounds) (i32.const 1))) (i32.const 100))))
    (i32.const 1)))
