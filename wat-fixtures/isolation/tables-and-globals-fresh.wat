;;! title    = "a new sandbox's tables and globals are as its module says, whatever the sandbox before it set"
;;! level    = "must"
;;! spec     = "core 3.0, exec/modules allocation and instantiation"
;;! evidence = ["wasmtime tests/all/pooling_allocator.rs, table_zeroed", "RUSTSEC-2026-0086, host data through 64-bit tables"]
;;! row      = "mem.isolation.tables-and-globals-fresh"
;;! requires = ["bulk-memory", "reference-types"]
;;!
;;! [[step]]
;;! instantiate = "main"
;;! as          = "first"
;;!
;;! [[step]]
;;! call   = "set_all"
;;! on     = "first"
;;! expect = { returned = [] }
;;!
;;! [[step]]
;;! drop = "first"
;;!
;;! [[step]]
;;! instantiate = "main"
;;! as          = "second"
;;!
;;! [[step]]
;;! call   = "is_fresh"
;;! on     = "second"
;;! expect = { returned = ["i32:1"] }
(module
  (table $declared (export "table") 8 funcref)
  (global $number (mut i64) (i64.const 7))
  (global $function (mut funcref) (ref.null func))
  (elem (i32.const 1) func $f)
  (func $f)
  (func $g)
  (elem declare func $g)
  (func (export "set_all")
    (table.fill $declared (i32.const 0) (ref.func $g) (i32.const 8))
    (drop (table.grow $declared (ref.func $g) (i32.const 8)))
    (global.set $number (i64.const -1))
    (global.set $function (ref.func $g)))
  (func (export "is_fresh") (result i32)
    (if (i32.ne (table.size $declared) (i32.const 8)) (then (return (i32.const 0))))
    (if (i32.eqz (ref.is_null (table.get $declared (i32.const 0)))) (then (return (i32.const 0))))
    (if (ref.is_null (table.get $declared (i32.const 1))) (then (return (i32.const 0))))
    (if (i32.eqz (ref.is_null (table.get $declared (i32.const 7)))) (then (return (i32.const 0))))
    (if (i64.ne (global.get $number) (i64.const 7)) (then (return (i32.const 0))))
    (ref.is_null (global.get $function))))
