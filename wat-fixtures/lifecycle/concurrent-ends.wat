;;! title    = "sandboxes that run at once end each in its own way"
;;! level    = "must"
;;! spec     = "owed to every user of a sandbox: a guest's end is its own"
;;! evidence = ["wazero: concurrentCompilationInstantiationExecution", "RUSTSEC-2024-0439 (CVE-2024-47813): a race in a registry of types"]
;;! row      = "life.concurrent.many-instances"
;;! cpu      = { iterations = 5000000, time = "250ms" }
;;! grants   = ["host-function:exit"]
;;!
;;! [[step]]
;;! instantiate = "main"
;;! as          = "spinning"
;;!
;;! [[step]]
;;! instantiate = "main"
;;! as          = "trapping"
;;!
;;! [[step]]
;;! instantiate = "main"
;;! as          = "leaving"
;;!
;;! [[step]]
;;! instantiate = "main"
;;! as          = "working"
;;!
;;! [[step]]
;;! parallel = [
;;!   { call = "spin", on = "spinning", expect = { limit = "cpu" } },
;;!   { call = "trap", on = "trapping", expect = { trapped = "unreachable" } },
;;!   { call = "leave", on = "leaving", expect = { exited = 3 } },
;;!   { call = "work", on = "working", args = ["i32:20000"], expect = { returned = ["i32:20000"] } },
;;! ]
;;!
;;! [[step]]
;;! call   = "work"
;;! on     = "working"
;;! args   = ["i32:1000"]
;;! expect = { returned = ["i32:1000"] }
(module
  (import "sandproof:test" "exit" (func $exit (param i32)))
  (func (export "spin") (loop $forever (br $forever)))
  (func (export "trap") unreachable)
  (func (export "leave") (call $exit (i32.const 3)))
  (func (export "work") (param $times i32) (result i32)
    (local $count i32)
    (loop $again
      (br_if $again
        (i32.lt_u (local.tee $count (i32.add (local.get $count) (i32.const 1))) (local.get $times))))
    (local.get $count)))
