;;! title    = "sandboxes of one module that are made at once are each whole and each their own"
;;! level    = "must"
;;! spec     = "core 3.0, exec/modules Instantiation: every instantiation makes new instances"
;;! evidence = ["wazero: concurrentCompilationInstantiationExecution", "RUSTSEC-2024-0439 (CVE-2024-47813): a race in a registry of types"]
;;! row      = "life.concurrent.many-instances"
;;!
;;! [[step]]
;;! parallel = [
;;!   { instantiate = "main", as = "one" },
;;!   { instantiate = "main", as = "two" },
;;!   { instantiate = "main", as = "three" },
;;!   { instantiate = "main", as = "four" },
;;! ]
;;!
;;! [[step]]
;;! call   = "add"
;;! on     = "one"
;;! args   = ["i32:1"]
;;! expect = { returned = ["i32:101"] }
;;!
;;! [[step]]
;;! call   = "add"
;;! on     = "two"
;;! args   = ["i32:2"]
;;! expect = { returned = ["i32:102"] }
;;!
;;! [[step]]
;;! call   = "add"
;;! on     = "three"
;;! args   = ["i32:3"]
;;! expect = { returned = ["i32:103"] }
;;!
;;! [[step]]
;;! call   = "add"
;;! on     = "four"
;;! args   = ["i32:4"]
;;! expect = { returned = ["i32:104"] }
;;!
;;! [[step]]
;;! call   = "add"
;;! on     = "one"
;;! args   = ["i32:0"]
;;! expect = { any = [
;;!   { returned = ["i32:101"], when = { state = "persists" } },
;;!   { returned = ["i32:100"], when = { state = "fresh-per-call" } },
;;! ] }
(module
  (type $sum (func (param i32) (result i32)))
  (memory 1)
  (table 1 funcref)
  (elem (i32.const 0) $sum)
  (func $start
    (local $count i32)
    (loop $again
      (i32.store (i32.const 0) (local.tee $count (i32.add (local.get $count) (i32.const 1))))
      (br_if $again (i32.lt_u (local.get $count) (i32.const 100)))))
  (start $start)
  (func $sum (type $sum)
    (i32.store (i32.const 0) (i32.add (i32.load (i32.const 0)) (local.get 0)))
    (i32.load (i32.const 0)))
  (func (export "add") (param i32) (result i32) (call_indirect (type $sum) (local.get 0) (i32.const 0))))
