;;! title    = "a core guest's exports with the names of component glue are not called by the host, whatever their type"
;;! level    = "must"
;;! spec     = "owed to every user of a sandbox: a guest runs when its user calls it"
;;! evidence = ["component model: cabi_realloc and post-return functions belong to adapters, not to core hosts"]
;;! row      = "cap.export.reserved-name-collision"
;;!
;;! [[step]]
;;! call   = "run"
;;! args   = ["i32:1"]
;;! expect = { returned = ["i32:1"] }
;;!
;;! [[step]]
;;! call   = "calls"
;;! expect = { returned = ["i32:0"] }

;; In a component the first would be called for every list that goes in, the second after every call of 'run'.
(module
  (memory (export "memory") 1)
  (global $calls (mut i32) (i32.const 0))
  (func $count (global.set $calls (i32.add (global.get $calls) (i32.const 1))))
  (func (export "cabi_realloc") (call $count))
  (func (export "cabi_post_run") (param i32) (call $count))
  (func (export "run") (param i32) (result i32) (local.get 0))
  (func (export "calls") (result i32) (global.get $calls)))
