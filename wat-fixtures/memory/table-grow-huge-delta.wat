;;! title    = "table.grow by enormous deltas returns -1: the arithmetic on sizes never wraps"
;;! level    = "must"
;;! spec     = "core 3.0, exec/modules growing tables: the new size must be less than 2^32"
;;! evidence = ["WebAssembly spec test table_grow.wast", "WasmEdge changelog, integer overflow on the bounds check of memory.grow"]
;;! row      = "mem.table.grow-beyond-limit"
;;! requires = ["bulk-memory", "reference-types"]
;;! limits   = { table = 100 }
;;!
;;! [[step]]
;;! call   = "grow_huge"
;;! expect = { any = [
;;!   { returned = ["i32:1"] },
;;!   { limit = "table", when = { "memory.growFailure" = "trap" } },
;;! ] }
(module
  (table 2 externref)
  (func $refused (param $elements i32) (result i32)
    (i32.and
      (i32.eq (table.grow (ref.null extern) (local.get $elements)) (i32.const -1))
      (i32.eq (table.size) (i32.const 2))))
  (func (export "grow_huge") (result i32)
    ;; At 8 bytes each, 0x20000000 elements are no bytes in 32 bits; at 16, 0x10000000 are none.
    (if (i32.eqz (call $refused (i32.const 0x10000000))) (then (return (i32.const 0))))
    (if (i32.eqz (call $refused (i32.const 0x20000001))) (then (return (i32.const 0))))
    (if (i32.eqz (call $refused (i32.const 0x80000000))) (then (return (i32.const 0))))
    (if (i32.eqz (call $refused (i32.const 0xfffffffe))) (then (return (i32.const 0))))
    (call $refused (i32.const 0xffffffff))))
