;;! title    = "a guest whose time is up does not end a neighbour in the middle of a call"
;;! level    = "must"
;;! spec     = "owed to every user of a sandbox: sandboxes that share nothing do not end each other"
;;! evidence = ["librefang #3864", "extism: a timer raised the epoch of the engine that all share"]
;;! row      = "cpu.deadline.neighbour-unaffected"
;;! grants   = ["host-function:sleep"]
;;! [[step]]
;;! instantiate = "main"
;;! as          = "patient"
;;! limits      = { time = "5s" }
;;! [[step]]
;;! instantiate = "main"
;;! as          = "endless"
;;! limits      = { time = "60ms" }
;;! [[step]]
;;! parallel = [
;;!   { call = "nap", on = "patient", expect = { returned = ["i32:1"] } },
;;!   { call = "spin", on = "endless", expect = { limit = "time" } },
;;! ]
;;! [[step]]
;;! call   = "nap"
;;! on     = "patient"
;;! expect = { returned = ["i32:2"] }
(module
  (import "sandproof:test" "sleep" (func $sleep (param i64)))
  (global $naps (mut i32) (i32.const 0))
  (func (export "nap") (result i32)
    (call $sleep (i64.const 160))
    (global.set $naps (i32.add (global.get $naps) (i32.const 1)))
    (global.get $naps))
  (func (export "spin")
    (loop $again (br_if $again (i32.const 1)))))
