;;! title    = "two living sandboxes of one module have globals and tables of their own"
;;! level    = "must"
;;! spec     = "core 3.0, exec/modules instantiation: each instantiation makes fresh instances"
;;! evidence = ["wasmtime tests/all/traps.rs, same_module_multiple_stores"]
;;! row      = "mem.isolation.tables-and-globals-fresh"
;;! requires = ["bulk-memory", "reference-types", "mutable-globals"]
;;!
;;! [[step]]
;;! instantiate = "main"
;;! as          = "changed"
;;!
;;! [[step]]
;;! instantiate = "main"
;;! as          = "other"
;;!
;;! [[step]]
;;! call   = "change"
;;! on     = "changed"
;;! expect = { returned = ["i32:1010"] }
;;!
;;! [[step]]
;;! call   = "look"
;;! on     = "other"
;;! expect = { returned = ["i32:1"] }
(module
  (global $number (export "number") (mut i32) (i32.const 1))
  (table $table (export "table") 1 funcref)
  (elem declare func $change)
  (func $look (export "look") (result i32)
    (i32.add
      (global.get $number)
      (i32.mul (i32.const 1000) (i32.eqz (ref.is_null (table.get $table (i32.const 0)))))))
  (func $change (export "change") (result i32)
    (global.set $number (i32.const 10))
    (table.set $table (i32.const 0) (ref.func $change))
    (call $look)))
