;;! title    = "a module that declares exactly the limit is made, and has all of it"
;;! level    = "must"
;;! spec     = "owed to every user of a sandbox: what the limit grants is there"
;;! evidence = ["wasmtime tests/all/limits.rs"]
;;! row      = "mem.limit.initial-at-limit-ok"
;;! limits   = { memory = "16 pages" }
;;!
;;! [[step]]
;;! call   = "touch_ends"
;;! expect = { returned = ["i32:3"] }
(module
  (memory 16)
  (func (export "touch_ends") (result i32)
    (i32.store8 (i32.const 0) (i32.const 1))
    (i32.store8 (i32.const 1048575) (i32.const 2))
    (i32.add (i32.load8_u (i32.const 0)) (i32.load8_u (i32.const 1048575)))))
