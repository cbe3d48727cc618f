;;! title    = "a sandbox that burnt all its fuel takes nothing from the balance of another"
;;! level    = "must"
;;! spec     = "docs/protocol.md, limits: fuel is the sandbox's balance; owed to every user of a sandbox"
;;! evidence = ["WasmEdge: statistics with the cost limit are shared by what one virtual machine runs"]
;;! row      = "crash.after-trap.sibling-unaffected"
;;! limits   = { fuel = "calibrated:100000" }
;;!
;;! [[step]]
;;! instantiate = "main"
;;! as          = "greedy"
;;!
;;! [[step]]
;;! instantiate = "main"
;;! as          = "other"
;;!
;;! [[step]]
;;! call   = "spin"
;;! on     = "greedy"
;;! args   = ["i32:-1"]
;;! expect = { limit = "fuel" }
;;!
;;! [[step]]
;;! call   = "spin"
;;! on     = "other"
;;! args   = ["i32:50000"]
;;! expect = { returned = [] }
(module
  ;; The loop by which fuel is calibrated.
  (func (export "spin") (param $n i32)
    (loop $again
      (local.set $n (i32.sub (local.get $n) (i32.const 1)))
      (br_if $again (local.get $n)))))
