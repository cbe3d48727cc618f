;;! title    = "table.grow one element past the limit returns -1 and leaves the table usable"
;;! level    = "must"
;;! spec     = "core 3.0, exec/instructions table.grow; owed to every user of a sandbox: a table is memory of the host's"
;;! evidence = [
;;!   "wasmtime tests/all/limits.rs, test_limits_table_only",
;;!   "wasmtime tests/all/cli_tests/table-grow-failure.wat",
;;!   "golem #2971",
;;! ]
;;! row      = "mem.table.grow-beyond-limit"
;;! requires = ["bulk-memory", "reference-types"]
;;! limits   = { table = 100 }
;;!
;;! [[step]]
;;! call   = "grow_past_limit"
;;! expect = { any = [
;;!   { returned = ["i32:1"] },
;;!   { limit = "table", when = { "memory.growFailure" = "trap" } },
;;! ] }
(module
  (table 10 funcref)
  (elem declare func $f)
  (func $f)
  (func (export "grow_past_limit") (result i32)
    (if (i32.ne (table.grow (ref.null func) (i32.const 91)) (i32.const -1))
      (then (return (i32.const 0))))
    (table.set (i32.const 9) (ref.func $f))
    (i32.and
      (i32.eq (table.size) (i32.const 10))
      (i32.eqz (ref.is_null (table.get (i32.const 9)))))))
