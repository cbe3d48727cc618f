;;! title    = "after a guest exhausted the stack the next one has all of it"
;;! level    = "must"
;;! spec     = "owed to every user of a sandbox: no guest pays for another"
;;! evidence = ["wasmtime tests/all/traps.rs", "Windows: a guard page that is not set again ends the process the second time"]
;;! row      = "crash.stack.reusable-after"
;;! [[step]]
;;! instantiate = "main"
;;! [[step]]
;;! call   = "exhaust"
;;! expect = { limit = "stack" }
;;! [[step]]
;;! drop = "main"
;;! [[step]]
;;! instantiate = "main"
;;! [[step]]
;;! call   = "exhaust"
;;! expect = { limit = "stack" }
;;! [[step]]
;;! drop = "main"
;;! [[step]]
;;! instantiate = "main"
;;! [[step]]
;;! call   = "descend"
;;! args   = ["i32:200"]
;;! expect = { returned = ["i32:200"] }
(module
  (func $descend (export "descend") (param i32) (result i32)
    (if (result i32) (local.get 0)
      (then (i32.add (i32.const 1) (call $descend (i32.sub (local.get 0) (i32.const 1)))))
      (else (i32.const 0))))
  (func (export "exhaust") (drop (call $descend (i32.const -1)))))
