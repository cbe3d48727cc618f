;;! title    = "a trap in one sandbox leaves another of the same module as it was"
;;! level    = "must"
;;! spec     = "owed to every user of a sandbox: no guest pays for another"
;;! evidence = ["wasmtime tests/all same_module_multiple_stores", "proxy-wasm-cpp-host Trap tests"]
;;! row      = "crash.after-trap.sibling-unaffected"
;;! [[step]]
;;! instantiate = "main"
;;! as          = "sibling"
;;! [[step]]
;;! call   = "set"
;;! on     = "sibling"
;;! args   = ["i32:41"]
;;! expect = { returned = [] }
;;! [[step]]
;;! instantiate = "main"
;;! [[step]]
;;! call   = "set"
;;! args   = ["i32:7"]
;;! expect = { returned = [] }
;;! [[step]]
;;! call   = "trap"
;;! expect = { trapped = "unreachable" }
;;! [[step]]
;;! call   = "sum"
;;! on     = "sibling"
;;! args   = ["i32:1"]
;;! expect = { any = [
;;!   { returned = ["i32:83"], when = { "state" = "persists" } },
;;!   { returned = ["i32:1"], when = { "state" = "fresh-per-call" } },
;;! ] }
;; The state is in a global, in the memory, and in which function the table holds.
(module
  (type $function (func (param i32 i32) (result i32)))
  (memory 1)
  (global $global (mut i32) (i32.const 0))
  (table 1 1 funcref)
  (elem (i32.const 0) $add)
  (func $add (type $function) (i32.add (local.get 0) (local.get 1)))
  (func (export "set") (param i32)
    (global.set $global (local.get 0))
    (i32.store (i32.const 65532) (local.get 0)))
  (func (export "trap")
    (global.set $global (i32.const -1))
    (i32.store (i32.const 65532) (i32.const -1))
    (unreachable))
  (func (export "sum") (param i32) (result i32)
    (call_indirect (type $function)
      (call_indirect (type $function) (global.get $global) (i32.load (i32.const 65532)) (i32.const 0))
      (local.get 0)
      (i32.const 0))))
