;;! title    = "a member of a group goes on when another member traps, with the memory that they share as it was left"
;;! level    = "should"
;;! spec     = "core 3.0, exec/runtime: a trap ends a computation and no instance of the store"
;;! evidence = ["wasmtime tests/all/traps.rs", "envoy #36456, what becomes of a virtual machine after a trap"]
;;! row      = "crash.after-trap.sibling-unaffected"
;;! modules  = { importer = "group-member-after-trap.importer.wat" }
;;!
;;! [[step]]
;;! instantiate = "main"
;;! group       = "pair"
;;!
;;! [[step]]
;;! instantiate = "importer"
;;! group       = "pair"
;;! link        = { owner = "main" }
;;!
;;! [[step]]
;;! call   = "write_and_trap"
;;! on     = "importer"
;;! expect = { trapped = "unreachable" }
;;!
;;! [[step]]
;;! call   = "read"
;;! expect = { any = [
;;!   { returned = ["i32:7"] },
;;!   { rejected = "call", reason = "poisoned", when = { "afterTrap" = "poisoned" } },
;;! ] }
(module
  (memory (export "memory") 1)
  (func (export "read") (result i32) (i32.load (i32.const 0))))
