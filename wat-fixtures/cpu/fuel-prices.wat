;;! title    = "no family of operators buys more than ten times the time of additions for the same fuel"
;;! level    = "should"
;;! spec     = "owed to every user of a sandbox that meters: a budget of fuel bounds the time"
;;! evidence = ["CosmWasm CWA-2024-004: a factor of ten"]
;;! row      = "cpu.fuel.mispricing-bound"
;;! requires = ["bulk-memory"]
;;! limits   = { fuel = "calibrated:2000000", memory = "1MiB" }
;;! check    = "prices-within-ten-times"
;;! [[step]]
;;! instantiate = "main"
;;! as          = "warm-up"
;;! [[step]]
;;! call   = "add"
;;! on     = "warm-up"
;;! expect = { limit = "fuel" }
;;! # A step that waits makes the case one that rests on time: it is tried again alone before it fails.
;;! [[step]]
;;! wait = "1ms"
;;! [[step]]
;;! instantiate = "main"
;;! as          = "add"
;;! [[step]]
;;! call   = "add"
;;! on     = "add"
;;! expect = { limit = "fuel" }
;;! [[step]]
;;! instantiate = "main"
;;! as          = "divide"
;;! [[step]]
;;! call   = "divide"
;;! on     = "divide"
;;! expect = { limit = "fuel" }
;;! [[step]]
;;! instantiate = "main"
;;! as          = "divide-float"
;;! [[step]]
;;! call   = "divide-float"
;;! on     = "divide-float"
;;! expect = { limit = "fuel" }
;;! [[step]]
;;! instantiate = "main"
;;! as          = "convert"
;;! [[step]]
;;! call   = "convert"
;;! on     = "convert"
;;! expect = { limit = "fuel" }
;;! [[step]]
;;! instantiate = "main"
;;! as          = "call-indirect"
;;! [[step]]
;;! call   = "call-indirect"
;;! on     = "call-indirect"
;;! expect = { limit = "fuel" }
;;! [[step]]
;;! instantiate = "main"
;;! as          = "branch-table"
;;! [[step]]
;;! call   = "branch-table"
;;! on     = "branch-table"
;;! expect = { limit = "fuel" }
;;! [[step]]
;;! instantiate = "main"
;;! as          = "memory"
;;! [[step]]
;;! call   = "memory"
;;! on     = "memory"
;;! expect = { limit = "fuel" }
;;! [[step]]
;;! instantiate = "main"
;;! as          = "fill"
;;! [[step]]
;;! call   = "fill"
;;! on     = "fill"
;;! expect = { limit = "fuel" }
;;! # Additions again, at another moment: the fastest of both counts, whatever else the machine did.
;;! [[step]]
;;! instantiate = "main"
;;! as          = "add-again"
;;! [[step]]
;;! call   = "add"
;;! on     = "add-again"
;;! expect = { limit = "fuel" }

;; Each export repeats one kind of work until the fuel is gone. The check compares how long they took.
(module
  (type $unary (func (param i64) (result i64)))
  (memory 16)
  (table 2 funcref)
  (elem (i32.const 0) $plus $minus)
  (func $plus (type $unary) (i64.add (local.get 0) (i64.const 3)))
  (func $minus (type $unary) (i64.sub (local.get 0) (i64.const 1)))
  (func (export "add") (local $x i64)
    (loop $again
      (local.set $x (i64.add (i64.add (i64.add (local.get $x) (i64.const 3)) (local.get $x)) (i64.const 5)))
      (br_if $again (i64.ne (local.get $x) (i64.const 1)))))
  (func (export "divide") (local $x i64)
    (local.set $x (i64.const -2))
    (loop $again
      (local.set $x (i64.or (i64.div_u (i64.const 0x7fffffffffffffff) (i64.or (local.get $x) (i64.const 5))) (i64.const 3)))
      (local.set $x (i64.or (i64.rem_s (i64.const 0x7ffffffffffffffe) (local.get $x)) (i64.const 3)))
      (br_if $again (i64.ne (local.get $x) (i64.const 1)))))
  (func (export "divide-float") (local $x f64)
    (local.set $x (f64.const 1e300))
    (loop $again
      (local.set $x (f64.sqrt (f64.div (f64.const 1e300) (local.get $x))))
      (br_if $again (f64.ne (local.get $x) (f64.const 2)))))
  (func (export "convert") (local $x f64)
    (loop $again
      (local.set $x (f64.convert_i64_u (i64.add (i64.trunc_f64_u (f64.nearest (local.get $x))) (i64.const 3))))
      (br_if $again (f64.ge (local.get $x) (f64.const 0)))))
  (func (export "call-indirect") (local $x i64)
    (loop $again
      (local.set $x (call_indirect (type $unary) (local.get $x) (i32.wrap_i64 (i64.and (local.get $x) (i64.const 1)))))
      (br_if $again (i64.ne (local.get $x) (i64.const -9)))))
  (func (export "branch-table") (local $x i32)
    (block $out
      (loop $again
        (block $three (block $two (block $one
          (local.set $x (i32.add (i32.mul (local.get $x) (i32.const 1103515245)) (i32.const 12345)))
          (br_table $one $two $three $again (i32.and (i32.shr_u (local.get $x) (i32.const 16)) (i32.const 3))))
          (br $again))
          (br $again))
        (br $again))))
  (func (export "memory") (local $x i32)
    (loop $again
      (local.set $x (i32.and (i32.add (i32.mul (local.get $x) (i32.const 1103515245)) (i32.const 12345)) (i32.const 0xffff8)))
      (i64.store (local.get $x) (i64.add (i64.load (local.get $x)) (i64.const 1)))
      (br_if $again (i32.const 1))))
  (func (export "fill") (local $x i32)
    (loop $again
      (local.set $x (i32.add (local.get $x) (i32.const 1)))
      (memory.fill (i32.const 0) (local.get $x) (i32.const 0x8000))
      (br_if $again (i32.const 1)))))
