;;! title    = "a module that trapped can be made anew, and begins at its beginning"
;;! level    = "must"
;;! spec     = "owed to every user of a sandbox: a trap is the end of a sandbox at most, not of its module"
;;! evidence = ["envoy #39395 and #16726"]
;;! row      = "crash.after-trap.fresh-instance-ok"
;;!
;;! [[step]]
;;! instantiate = "main"
;;! as          = "trapping"
;;!
;;! [[step]]
;;! call   = "count_and_trap"
;;! on     = "trapping"
;;! expect = { trapped = "unreachable" }
;;!
;;! [[step]]
;;! instantiate = "main"
;;! as          = "fresh"
;;!
;;! [[step]]
;;! call   = "count"
;;! on     = "fresh"
;;! expect = { returned = ["i32:1"] }
(module
  (memory (export "memory") 1)
  (func $count (export "count") (result i32)
    (i32.store (i32.const 8) (i32.add (i32.load (i32.const 8)) (i32.const 1)))
    (i32.load (i32.const 8)))
  (func (export "count_and_trap")
    (drop (call $count))
    unreachable))
