;;! title    = "a guest that exits takes neither its host nor other guests with it"
;;! level    = "must"
;;! spec     = "owed to every user of a sandbox: a guest does not end its host"
;;! evidence = ["nodejs/node 75c1d1b: proc_exit ended the process", "wasi-testsuite proc_exit"]
;;! row      = "crash.exit.does-not-kill-host"
;;! grants   = ["host-function:exit"]
;;! [[step]]
;;! instantiate = "main"
;;! as          = "other"
;;! [[step]]
;;! call   = "count"
;;! on     = "other"
;;! expect = { returned = ["i32:1"] }
;;! [[step]]
;;! instantiate = "main"
;;! [[step]]
;;! call   = "leave"
;;! expect = { exited = 1 }
;;! [[step]]
;;! call   = "count"
;;! on     = "other"
;;! expect = { any = [
;;!   { returned = ["i32:2"], when = { "state" = "persists" } },
;;!   { returned = ["i32:1"], when = { "state" = "fresh-per-call" } },
;;! ] }
(module
  (import "sandproof:test" "exit" (func $exit (param i32)))
  (global $count (mut i32) (i32.const 0))
  (func (export "leave") (call $exit (i32.const 1)))
  (func (export "count") (result i32)
    (global.set $count (i32.add (global.get $count) (i32.const 1)))
    (global.get $count)))
