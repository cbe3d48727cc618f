;;! title    = "a sandbox keeps its state and its answers when another one of the same module traps"
;;! level    = "must"
;;! spec     = "owed to every user of a sandbox: a trap ends the guest that trapped"
;;! evidence = ["wasmtime tests/all/traps.rs, same_module_multiple_stores", "proxy-wasm-cpp-host, tests of traps"]
;;! row      = "crash.after-trap.sibling-unaffected"
;;!
;;! [[step]]
;;! instantiate = "main"
;;! as          = "sibling"
;;!
;;! [[step]]
;;! instantiate = "main"
;;! as          = "trapping"
;;!
;;! [[step]]
;;! call   = "count"
;;! on     = "sibling"
;;! expect = { returned = ["i32:1"] }
;;!
;;! [[step]]
;;! call   = "count_and_trap"
;;! on     = "trapping"
;;! expect = { trapped = "unreachable" }
;;!
;;! [[step]]
;;! call   = "count"
;;! on     = "sibling"
;;! expect = { any = [
;;!   { returned = ["i32:2"], when = { "state" = "persists" } },
;;!   { returned = ["i32:1"], when = { "state" = "fresh-per-call" } },
;;! ] }
(module
  (memory 1)
  (func $count (export "count") (result i32)
    (i32.store (i32.const 8) (i32.add (i32.load (i32.const 8)) (i32.const 1)))
    (i32.load (i32.const 8)))
  (func (export "count_and_trap")
    (drop (call $count))
    unreachable))
