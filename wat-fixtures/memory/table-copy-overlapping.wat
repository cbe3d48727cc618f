;;! title    = "table.copy between overlapping ranges copies what was there before, in either direction"
;;! level    = "must"
;;! spec     = "core 3.0, exec/instructions table.copy"
;;! evidence = ["wasmtime tests/misc_testsuite/table_copy.wast", "WebAssembly spec test table_copy.wast"]
;;! row      = "mem.bulk.overlap"
;;! requires = ["bulk-memory"]
;;!
;;! [[step]]
;;! instantiate = "main"
;;!
;;! [[step]]
;;! call   = "up"
;;! expect = { returned = ["i32:1123"] }
;;!
;;! [[step]]
;;! call   = "down"
;;! expect = { returned = ["i32:2344"] }
(module
  (type $digit (func (result i32)))
  (table 4 funcref)
  (elem $digits func $one $two $three $four)
  (func $one (result i32) (i32.const 1))
  (func $two (result i32) (i32.const 2))
  (func $three (result i32) (i32.const 3))
  (func $four (result i32) (i32.const 4))
  ;; What the elements answer, as the digits of a number.
  (func $read (result i32)
    (local $at i32)
    (local $number i32)
    (loop $next
      (local.set $number
        (i32.add (i32.mul (local.get $number) (i32.const 10)) (call_indirect (type $digit) (local.get $at))))
      (br_if $next (i32.lt_u (local.tee $at (i32.add (local.get $at) (i32.const 1))) (i32.const 4))))
    (local.get $number))
  (func (export "up") (result i32)
    (table.init $digits (i32.const 0) (i32.const 0) (i32.const 4))
    (table.copy (i32.const 1) (i32.const 0) (i32.const 3))
    (call $read))
  (func (export "down") (result i32)
    (table.init $digits (i32.const 0) (i32.const 0) (i32.const 4))
    (table.copy (i32.const 0) (i32.const 1) (i32.const 3))
    (call $read)))
