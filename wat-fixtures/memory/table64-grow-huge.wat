;;! title    = "table.grow of a 64-bit table by enormous deltas returns -1: no bit of the delta is lost"
;;! level    = "must"
;;! spec     = "core 3.0, exec/modules growing tables"
;;! evidence = ["RUSTSEC-2026-0114 (CVE-2026-44216)", "WebAssembly spec test table_grow64.wast"]
;;! row      = "mem.table64.huge-initial"
;;! requires = ["memory64", "bulk-memory", "reference-types"]
;;! limits   = { table = 100 }
;;!
;;! [[step]]
;;! call   = "grow_huge"
;;! expect = { any = [
;;!   { returned = ["i32:1"] },
;;!   { limit = "table", when = { "memory.growFailure" = "trap" } },
;;! ] }
(module
  (table i64 2 funcref)
  (func $refused (param $elements i64) (result i32)
    (i32.and
      (i64.eq (table.grow (ref.null func) (local.get $elements)) (i64.const -1))
      (i64.eq (table.size) (i64.const 2))))
  (func (export "grow_huge") (result i32)
    (if (i32.eqz (call $refused (i64.const 0x1_0000_0000))) (then (return (i32.const 0))))
    (if (i32.eqz (call $refused (i64.const 0x2000_0000_0000_0001))) (then (return (i32.const 0))))
    (if (i32.eqz (call $refused (i64.const 0x8000_0000_0000_0000))) (then (return (i32.const 0))))
    (call $refused (i64.const -1))))
