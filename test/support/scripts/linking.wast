;; Instances by name, registered modules, and what the official scripts import from "spectest".
(module $counter
  (global $count (mut i32) (i32.const 0))
  (memory (export "memory") 1)
  (table (export "table") 2 funcref)
  (func (export "next") (result i32)
    (global.set $count (i32.add (global.get $count) (i32.const 1)))
    (global.get $count)))
(register "counter" $counter)

(module $user
  (import "counter" "next" (func $next (result i32)))
  (import "counter" "memory" (memory 1))
  (import "spectest" "global_i32" (global $number i32))
  (import "spectest" "print_i32_f32" (func $print (param i32 f32)))
  (import "spectest" "table" (table 10 20 funcref))
  (func (export "twice") (result i32) (drop (call $next)) (call $next))
  (func (export "number") (result i32) (global.get $number))
  (func (export "peek") (result i32) (i32.load (i32.const 8)))
  (func (export "print") (call $print (i32.const 1) (f32.const 2.5))))

(assert_return (invoke "twice") (i32.const 2))
(assert_return (invoke $counter "next") (i32.const 3))
(assert_return (invoke $user "number") (i32.const 666))
(assert_return (invoke "peek") (i32.const 0))
(assert_return (invoke "print"))

(assert_unlinkable (module (import "counter" "nobody" (func))) "unknown import")
(assert_unlinkable (module (import "counter" "next" (func (param i32)))) "incompatible import type")
(assert_unlinkable (module (import "nowhere" "next" (func))) "unknown import")
(assert_trap (module (import "counter" "memory" (memory 1)) (data (i32.const 0x10000) "x")) "out of bounds memory access")
(assert_trap (module (func $start unreachable) (start $start)) "unreachable")

(module definition $M (global (export "g") (mut i64) (i64.const 5)) (func (export "set") (param i64) (global.set 0 (local.get 0))))
(module instance $one $M)
(module instance $two $M)
(invoke $one "set" (i64.const 6))
(assert_return (get $one "g") (i64.const 6))
(assert_return (get $two "g") (i64.const 5))
