;;! title    = "a 16-byte load or store reaches the last byte of the memory, traps one byte further, and never writes a part"
;;! level    = "must"
;;! spec     = "core 3.0, exec/instructions vector memory instructions: a trap where any byte of the access is beyond the memory"
;;! evidence = ["RUSTSEC-2026-0087", "WebAssembly spec test simd_address.wast"]
;;! row      = "mem.oob.simd-edge"
;;! requires = ["simd"]
;;!
;;! [[step]]
;;! instantiate = "main"
;;!
;;! [[step]]
;;! call   = "last"
;;! expect = { returned = ["i32:1"] }
;;!
;;! [[step]]
;;! instantiate = "main"
;;! as          = "load"
;;!
;;! [[step]]
;;! call   = "load"
;;! on     = "load"
;;! args   = ["i32:65521"]
;;! expect = { trapped = "memory-out-of-bounds" }
;;!
;;! [[step]]
;;! drop = "load"
;;!
;;! [[step]]
;;! instantiate = "main"
;;! as          = "store"
;;!
;;! [[step]]
;;! call   = "store"
;;! on     = "store"
;;! args   = ["i32:65521"]
;;! expect = { trapped = "memory-out-of-bounds" }
;;!
;;! [[step]]
;;! drop = "store"
;;!
;;! [[step]]
;;! instantiate = "main"
;;! as          = "straddle"
;;!
;;! [[step]]
;;! call   = "store"
;;! on     = "straddle"
;;! args   = ["i32:65528"]
;;! expect = { trapped = "memory-out-of-bounds" }
;;!
;;! [[step]]
;;! call   = "tail_is_zero"
;;! on     = "straddle"
;;! expect = { any = [
;;!   { returned = ["i32:1"] },
;;!   { rejected = "call", reason = "poisoned", when = { "afterTrap" = "poisoned" } },
;;! ] }
(module
  (memory 1)
  (func $load (export "load") (param i32) (result i32)
    (i32x4.extract_lane 3 (v128.load (local.get 0))))
  (func $store (export "store") (param i32)
    (v128.store (local.get 0) (v128.const i32x4 -1 -1 -1 -1)))
  (func (export "last") (result i32)
    (call $store (i32.const 65520))
    (i32.eq (call $load (i32.const 65520)) (i32.const -1)))
  (func (export "tail_is_zero") (result i32)
    (i64.eqz (i64.load (i32.const 65528)))))
