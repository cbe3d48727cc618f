;;! title    = "an address that one sandbox gave out leads to another sandbox's own bytes"
;;! level    = "must"
;;! spec     = "core 3.0, exec/runtime memory instances; owed to every user of a sandbox: addresses mean nothing outside"
;;! evidence = ["wasmtime docs/security.md"]
;;! row      = "mem.isolation.no-cross-instance-pointer"
;;!
;;! [[step]]
;;! instantiate = "main"
;;! as          = "owner"
;;!
;;! [[step]]
;;! instantiate = "main"
;;! as          = "other"
;;!
;;! [[step]]
;;! call   = "keep"
;;! on     = "owner"
;;! args   = ["i32:6210023"]
;;! expect = { returned = ["i32:4096"] }
;;!
;;! [[step]]
;;! call   = "read"
;;! on     = "other"
;;! args   = ["i32:4096"]
;;! expect = { returned = ["i32:0"] }
;;!
;;! [[step]]
;;! call   = "keep"
;;! on     = "other"
;;! args   = ["i32:1"]
;;! expect = { returned = ["i32:4096"] }
;;!
;;! [[step]]
;;! call   = "read"
;;! on     = "owner"
;;! args   = ["i32:4096"]
;;! expect = { any = [
;;!   { returned = ["i32:6210023"], when = { "state" = "persists" } },
;;!   { returned = ["i32:0"], when = { "state" = "fresh-per-call" } },
;;! ] }
(module
  (memory (export "memory") 1)
  (func (export "keep") (param i32) (result i32)
    (i32.store (i32.const 4096) (local.get 0))
    (i32.const 4096))
  (func (export "read") (param i32) (result i32)
    (i32.load (local.get 0))))
