;;! title    = "an address with the top bit set is far above the memory, never below its base"
;;! level    = "must"
;;! spec     = "core 3.0, exec/instructions memory instructions: addresses are unsigned"
;;! evidence = ["RUSTSEC-2023-0090 (CVE-2023-26489)", "CVE-2021-32629", "wasmtime docs/security.md"]
;;! row      = "mem.oob.i32-sign-extension"
;;!
;;! [[step]]
;;! instantiate = "main"
;;! as          = "half"
;;!
;;! [[step]]
;;! call   = "load"
;;! on     = "half"
;;! args   = ["i32:-2147483648"]
;;! expect = { trapped = "memory-out-of-bounds" }
;;!
;;! [[step]]
;;! drop = "half"
;;!
;;! [[step]]
;;! instantiate = "main"
;;! as          = "just-below"
;;!
;;! [[step]]
;;! call   = "load"
;;! on     = "just-below"
;;! args   = ["i32:-4"]
;;! expect = { trapped = "memory-out-of-bounds" }
;;!
;;! [[step]]
;;! drop = "just-below"
;;!
;;! [[step]]
;;! instantiate = "main"
;;! as          = "just-below-byte"
;;!
;;! [[step]]
;;! call   = "load8"
;;! on     = "just-below-byte"
;;! args   = ["i32:-1"]
;;! expect = { trapped = "memory-out-of-bounds" }
;;!
;;! [[step]]
;;! drop = "just-below-byte"
;;!
;;! [[step]]
;;! instantiate = "main"
;;! as          = "with-offset"
;;!
;;! [[step]]
;;! call   = "load_behind"
;;! on     = "with-offset"
;;! args   = ["i32:-8"]
;;! expect = { trapped = "memory-out-of-bounds" }
;;!
;;! [[step]]
;;! drop = "with-offset"
;;!
;;! [[step]]
;;! instantiate = "main"
;;! as          = "store"
;;!
;;! [[step]]
;;! call   = "store"
;;! on     = "store"
;;! args   = ["i32:-4"]
;;! expect = { trapped = "memory-out-of-bounds" }
(module
  (memory 1)
  (func (export "load") (param i32) (result i32) (i32.load (local.get 0)))
  (func (export "load8") (param i32) (result i32) (i32.load8_u (local.get 0)))
  ;; Signed, this is the first byte of the memory.
  (func (export "load_behind") (param i32) (result i32) (i32.load offset=8 (local.get 0)))
  (func (export "store") (param i32) (i32.store (local.get 0) (i32.const 1))))
