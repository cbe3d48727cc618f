;;! title    = "call_indirect with an index behind the table traps, without wrapping around"
;;! level    = "must"
;;! spec     = "core 3.0, exec/instructions call_indirect"
;;! evidence = ["zwasm #357: a compiler reported it as unreachable", "wasmtime tests/misc_testsuite/call_indirect.wast"]
;;! row      = "crash.trap.table-oob"
;;! [[step]]
;;! instantiate = "main"
;;! [[step]]
;;! call   = "at the size"
;;! expect = { trapped = "table-out-of-bounds" }
;;! [[step]]
;;! drop = "main"
;;! [[step]]
;;! instantiate = "main"
;;! [[step]]
;;! call   = "at the largest index"
;;! expect = { trapped = "table-out-of-bounds" }
;;! [[step]]
;;! drop = "main"
;;! [[step]]
;;! instantiate = "main"
;;! [[step]]
;;! call   = "times eight is zero"
;;! expect = { trapped = "table-out-of-bounds" }
;;! [[step]]
;;! drop = "main"
;;! [[step]]
;;! instantiate = "main"
;;! [[step]]
;;! call   = "times sixteen is zero"
;;! expect = { trapped = "table-out-of-bounds" }
;; The last two indices are zero in 32 bits once they are multiplied by the size of an entry.
(module
  (type $target (func))
  (table 4 4 funcref)
  (elem (i32.const 0) $target $target $target $target)
  (func $target (type $target))
  (global $size (mut i32) (i32.const 4))
  (global $last (mut i32) (i32.const -1))
  (global $eighth (mut i32) (i32.const 0x20000000))
  (global $sixteenth (mut i32) (i32.const 0x10000000))
  (func (export "at the size") (call_indirect (type $target) (global.get $size)))
  (func (export "at the largest index") (call_indirect (type $target) (global.get $last)))
  (func (export "times eight is zero") (call_indirect (type $target) (global.get $eighth)))
  (func (export "times sixteen is zero") (call_indirect (type $target) (global.get $sixteenth))))
