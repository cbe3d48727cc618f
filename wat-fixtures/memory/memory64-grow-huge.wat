;;! title    = "memory.grow of a 64-bit memory by enormous deltas returns -1: no bit of the delta is lost"
;;! level    = "must"
;;! spec     = "core 3.0, exec/modules growing memories: a 64-bit memory has at most 2^48 pages"
;;! evidence = ["wasmtime tests/all/memory.rs, massive_64_bit_still_limited and memory64_maximum_minimum"]
;;! row      = "mem.memory64.grow-huge"
;;! requires = ["memory64"]
;;! limits   = { memory = "16 pages" }
;;!
;;! [[step]]
;;! call   = "grow_huge"
;;! expect = { any = [
;;!   { returned = ["i32:1"] },
;;!   { limit = "memory", when = { "memory.growFailure" = "trap" } },
;;! ] }
(module
  (memory i64 2)
  (func $refused (param $pages i64) (result i32)
    (i32.and
      (i64.eq (memory.grow (local.get $pages)) (i64.const -1))
      (i64.eq (memory.size) (i64.const 2))))
  (func (export "grow_huge") (result i32)
    ;; 2^48 pages are 2^64 bytes; 2^32 and 2^63 are nothing in 32 bits; 2 more than -2 is nothing in 64.
    (if (i32.eqz (call $refused (i64.const 0x1_0000_0000))) (then (return (i32.const 0))))
    (if (i32.eqz (call $refused (i64.const 0x1_0000_0000_0000))) (then (return (i32.const 0))))
    (if (i32.eqz (call $refused (i64.const 0x8000_0000_0000_0000))) (then (return (i32.const 0))))
    (if (i32.eqz (call $refused (i64.const -2))) (then (return (i32.const 0))))
    (call $refused (i64.const -1))))
