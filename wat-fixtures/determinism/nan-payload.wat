;;! title    = "a signalling NaN comes out of an operation as a quiet one, and is moved about as it is"
;;! level    = "should"
;;! spec     = "core 3.0, exec/numerics NaN propagation: the result is an arithmetic NaN; loads, stores and reinterpretation keep every bit"
;;! evidence = ["WAMR's regressions with NaN"]
;;! row      = "det.nan.canonical"
;;! [[step]]
;;! call   = "quiet"
;;! expect = { returned = ["i32:1"] }
(module
  (memory 1)
  (data (i32.const 0) "\01\00\a0\7f\00\00\00\00\01\00\00\00\00\00\f4\7f")
  (func $is-quiet (param f32) (result i32)
    (i32.eq (i32.and (i32.reinterpret_f32 (local.get 0)) (i32.const 0x7fc00000)) (i32.const 0x7fc00000)))
  (func $is-quiet64 (param f64) (result i32)
    (i64.eq (i64.and (i64.reinterpret_f64 (local.get 0)) (i64.const 0x7ff8000000000000)) (i64.const 0x7ff8000000000000)))
  (func (export "quiet") (result i32) (local $s f32) (local $s64 f64)
    (local.set $s (f32.load (i32.const 0)))
    (local.set $s64 (f64.load (i32.const 8)))
    (f32.store (i32.const 16) (local.get $s))
    (f64.store (i32.const 24) (local.get $s64))
    (if (i32.ne (i32.load (i32.const 16)) (i32.const 0x7fa00001)) (then (return (i32.const 2))))
    (if (i64.ne (i64.load (i32.const 24)) (i64.const 0x7ff4000000000001)) (then (return (i32.const 3))))
    (if (i32.ne (i32.reinterpret_f32 (f32.neg (local.get $s))) (i32.const 0xffa00001)) (then (return (i32.const 4))))
    (if (i64.ne (i64.reinterpret_f64 (f64.copysign (local.get $s64) (f64.const -1))) (i64.const 0xfff4000000000001))
      (then (return (i32.const 5))))
    (if (i32.eqz (call $is-quiet (f32.add (local.get $s) (f32.const 1)))) (then (return (i32.const 6))))
    (if (i32.eqz (call $is-quiet64 (f64.mul (f64.const 1) (local.get $s64)))) (then (return (i32.const 7))))
    (if (i32.eqz (call $is-quiet (f32.min (local.get $s) (f32.const 1)))) (then (return (i32.const 8))))
    (if (i32.eqz (call $is-quiet64 (f64.promote_f32 (local.get $s)))) (then (return (i32.const 9))))
    (if (i32.eqz (call $is-quiet (f32.demote_f64 (local.get $s64)))) (then (return (i32.const 10))))
    (if (i32.eqz (call $is-quiet64 (f64.floor (local.get $s64)))) (then (return (i32.const 11))))
    (if (i32.eqz (call $is-quiet (f32.sqrt (local.get $s)))) (then (return (i32.const 12))))
    (i32.const 1)))
