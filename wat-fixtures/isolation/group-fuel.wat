;;! title    = "the members of a group burn from one balance"
;;! level    = "must"
;;! spec     = "docs/protocol.md, group and link: one fuel balance"
;;! evidence = ["wasmtime docs of Store::set_fuel: fuel belongs to a store"]
;;! row      = "mem.limit.per-instance-aggregate"
;;!
;;! [[step]]
;;! instantiate = "main"
;;! as          = "first"
;;! group       = "pair"
;;! limits      = { fuel = "calibrated:100000" }
;;!
;;! [[step]]
;;! instantiate = "main"
;;! as          = "second"
;;! group       = "pair"
;;!
;;! [[step]]
;;! call   = "spin"
;;! on     = "first"
;;! args   = ["i32:70000"]
;;! expect = { returned = [] }
;;!
;;! [[step]]
;;! call   = "spin"
;;! on     = "second"
;;! args   = ["i32:70000"]
;;! expect = { limit = "fuel" }
(module
  ;; The loop by which fuel is calibrated.
  (func (export "spin") (param $n i32)
    (loop $again
      (local.set $n (i32.sub (local.get $n) (i32.const 1)))
      (br_if $again (local.get $n)))))
