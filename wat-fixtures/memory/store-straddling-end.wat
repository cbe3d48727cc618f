;;! title    = "a store that straddles the end of the memory traps and writes none of its bytes"
;;! level    = "must"
;;! spec     = "core 3.0, exec/instructions store: the trap comes before any byte is written"
;;! evidence = ["wasmtime tests/misc_testsuite/partial-init-memory-segment.wast, the same rule for segments"]
;;! row      = "mem.oob.no-partial-store"
;;!
;;! [[step]]
;;! instantiate = "main"
;;!
;;! [[step]]
;;! call   = "store64"
;;! args   = ["i32:65532"]
;;! expect = { trapped = "memory-out-of-bounds" }
;;!
;;! [[step]]
;;! call   = "store32"
;;! args   = ["i32:65534"]
;;! expect = { any = [
;;!   { trapped = "memory-out-of-bounds" },
;;!   { rejected = "call", reason = "poisoned", when = { "afterTrap" = "poisoned" } },
;;! ] }
;;!
;;! [[step]]
;;! call   = "store_float"
;;! args   = ["i32:65535"]
;;! expect = { any = [
;;!   { trapped = "memory-out-of-bounds" },
;;!   { rejected = "call", reason = "poisoned", when = { "afterTrap" = "poisoned" } },
;;! ] }
;;!
;;! [[step]]
;;! call   = "is_unchanged"
;;! expect = { any = [
;;!   { returned = ["i32:1"] },
;;!   { rejected = "call", reason = "poisoned", when = { "afterTrap" = "poisoned" } },
;;! ] }
(module
  (memory 1)
  (func (export "store64") (param i32) (i64.store (local.get 0) (i64.const -1)))
  (func (export "store32") (param i32) (i32.store (local.get 0) (i32.const -1)))
  (func (export "store_float") (param i32) (f64.store (local.get 0) (f64.const -1)))
  (func (export "is_unchanged") (result i32)
    (i64.eqz (i64.load (i32.const 65528)))))
