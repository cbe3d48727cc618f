;;! title    = "a sandbox goes on when another one of the same module exits"
;;! level    = "must"
;;! spec     = "owed to every user of a sandbox: an exit ends the guest that asked for it"
;;! evidence = ["nodejs/node 75c1d1b, returnOnExit", "wazero, TestRuntime_InstantiateModule_ExitError"]
;;! row      = "crash.after-trap.sibling-unaffected"
;;! grants   = ["host-function:exit"]
;;!
;;! [[step]]
;;! instantiate = "main"
;;! as          = "sibling"
;;!
;;! [[step]]
;;! instantiate = "main"
;;! as          = "leaving"
;;!
;;! [[step]]
;;! call   = "count"
;;! on     = "sibling"
;;! expect = { returned = ["i32:1"] }
;;!
;;! [[step]]
;;! call   = "leave"
;;! on     = "leaving"
;;! expect = { exited = 3 }
;;!
;;! [[step]]
;;! call   = "count"
;;! on     = "sibling"
;;! expect = { any = [
;;!   { returned = ["i32:2"], when = { "state" = "persists" } },
;;!   { returned = ["i32:1"], when = { "state" = "fresh-per-call" } },
;;! ] }
(module
  (import "sandproof:test" "exit" (func $exit (param i32)))
  (memory 1)
  (func (export "count") (result i32)
    (i32.store (i32.const 8) (i32.add (i32.load (i32.const 8)) (i32.const 1)))
    (i32.load (i32.const 8)))
  (func (export "leave")
    (call $exit (i32.const 3))))
