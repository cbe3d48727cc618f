;; A sandbox that others are linked to. Its memory and table have room to grow, so that their limits can be missed on
;; either side.
(module
  (memory (export "memory") 2 4)
  (table (export "table") 2 4 funcref)
  (global (export "answer") i32 (i32.const 42))
  (global $count (mut i32) (i32.const 0))
  (func $secret (result i32) (i32.const 1337))
  (elem (i32.const 0) $secret)
  (func (export "bump") (global.set $count (i32.add (global.get $count) (i32.const 1))))
  (func (export "count") (result i32) (global.get $count))
  (func (export "double") (param i32) (result i32) (i32.shl (local.get 0) (i32.const 1)))
  (func (export "first-byte") (result i32) (i32.load8_u (i32.const 0)))
  (func (export "call-first") (result i32) (call_indirect (result i32) (i32.const 0))))
