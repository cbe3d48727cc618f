;;! title    = "table.grow to exactly the limit succeeds, and every new element is the one given"
;;! level    = "must"
;;! spec     = "core 3.0, exec/instructions table.grow; owed to every user of a sandbox: what the limit grants is there"
;;! evidence = ["wasmtime tests/all/limits.rs, test_limits_table_only"]
;;! row      = "mem.table.grow-beyond-limit"
;;! requires = ["bulk-memory", "reference-types"]
;;! limits   = { table = 100 }
;;!
;;! [[step]]
;;! call   = "grow_to_limit"
;;! expect = { returned = ["i32:1"] }
(module
  (type $answer (func (result i32)))
  (table 10 funcref)
  (elem declare func $seven)
  (func $seven (result i32) (i32.const 7))
  (func (export "grow_to_limit") (result i32)
    (local $at i32)
    (if (i32.ne (table.grow (ref.func $seven) (i32.const 90)) (i32.const 10))
      (then (return (i32.const 0))))
    (local.set $at (i32.const 10))
    (loop $next
      (if (i32.ne (call_indirect (type $answer) (local.get $at)) (i32.const 7))
        (then (return (i32.const 0))))
      (local.set $at (i32.add (local.get $at) (i32.const 1)))
      (br_if $next (i32.lt_u (local.get $at) (i32.const 100))))
    ;; What was there before stays as it was.
    (i32.and
      (i32.eq (table.size) (i32.const 100))
      (ref.is_null (table.get (i32.const 9))))))
