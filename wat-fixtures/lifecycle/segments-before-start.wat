;;! title    = "memory and tables hold what the module says, in its order, when the start function runs"
;;! level    = "must"
;;! spec     = "core 3.0, exec/modules Instantiation: element and data segments, then the start function"
;;! evidence = ["core specification, the order of instantiation"]
;;! row      = "life.instantiate.order"
;;!
;;! [[step]]
;;! call   = "seen"
;;! expect = { returned = ["i32:42"] }
;;!
;;! [[step]]
;;! call   = "overlap"
;;! expect = { returned = ["i32:0x41424241"] }
(module
  (memory 1)
  (table 1 funcref)
  (elem (i32.const 0) $two)
  (data (i32.const 0) "\28AAAA")
  (data (i32.const 2) "BB")
  (global $seen (mut i32) (i32.const 0))
  (global $overlap (mut i32) (i32.const 0))
  (func $two (result i32) (i32.const 2))
  (func $start
    (global.set $seen (i32.add (i32.load8_u (i32.const 0)) (call_indirect (result i32) (i32.const 0))))
    (global.set $overlap (i32.load (i32.const 1)))
    ;; What is written now stays: segments are not written again.
    (i32.store8 (i32.const 0) (i32.const 1)))
  (start $start)
  (func (export "seen") (result i32)
    (if (i32.ne (i32.load8_u (i32.const 0)) (i32.const 1)) (then unreachable))
    (global.get $seen))
  (func (export "overlap") (result i32) (global.get $overlap)))
