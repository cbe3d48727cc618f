;;! title    = "memory.grow by enormous deltas returns -1: the arithmetic on sizes never wraps"
;;! level    = "must"
;;! spec     = "core 3.0, exec/modules growing memories: the new size must not exceed 2^16 pages"
;;! evidence = [
;;!   "WasmEdge changelog, integer overflow on the bounds check of memory.grow",
;;!   "wasm-micro-runtime release notes, #4064 and #4071",
;;!   "ziggy42/epsilon #55",
;;! ]
;;! row      = "mem.grow.huge-delta"
;;! limits   = { memory = "16 pages" }
;;!
;;! [[step]]
;;! call   = "grow_huge"
;;! expect = { any = [
;;!   { returned = ["i32:1"] },
;;!   { limit = "memory", when = { "memory.growFailure" = "trap" } },
;;! ] }
(module
  (memory 2)
  (func $refused (param $pages i32) (result i32)
    (i32.and
      (i32.eq (memory.grow (local.get $pages)) (i32.const -1))
      (i32.eq (memory.size) (i32.const 2))))
  (func (export "grow_huge") (result i32)
    ;; In 32 bits 0x10000 pages are no bytes, 0x10001 are one page, and 2 pages more than 0xfffffffe are none.
    (if (i32.eqz (call $refused (i32.const 0x10000))) (then (return (i32.const 0))))
    (if (i32.eqz (call $refused (i32.const 0x10001))) (then (return (i32.const 0))))
    (if (i32.eqz (call $refused (i32.const 0xfffe))) (then (return (i32.const 0))))
    (if (i32.eqz (call $refused (i32.const 0x7fffffff))) (then (return (i32.const 0))))
    (if (i32.eqz (call $refused (i32.const 0x80000000))) (then (return (i32.const 0))))
    (if (i32.eqz (call $refused (i32.const 0xfffffffe))) (then (return (i32.const 0))))
    (call $refused (i32.const 0xffffffff))))
