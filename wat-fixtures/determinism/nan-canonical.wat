;;! title    = "an operation whose inputs hold no NaN, or canonical ones, gives a canonical NaN"
;;! level    = "should"
;;! spec     = "core 3.0, exec/numerics NaN propagation; the sign may be either"
;;! evidence = ["V8 on x86 gives 0xffc00000 for 0/0", "wasmtime docs on determinism", "WAMR's notes on NaN"]
;;! row      = "det.nan.canonical"
;;! [[step]]
;;! call   = "canonical"
;;! args   = ["f32:0", "f64:0"]
;;! expect = { returned = ["i32:1"] }
(module
  (func $is32 (param f32) (result i32)
    (i32.eq (i32.and (i32.reinterpret_f32 (local.get 0)) (i32.const 0x7fffffff)) (i32.const 0x7fc00000)))
  (func $is64 (param f64) (result i32)
    (i64.eq (i64.and (i64.reinterpret_f64 (local.get 0)) (i64.const 0x7fffffffffffffff)) (i64.const 0x7ff8000000000000)))
  ;; The zeros are parameters, so that no compiler can fold the operations away.
  (func (export "canonical") (param $zero f32) (param $zero64 f64) (result i32)
    (local $nan f32) (local $nan64 f64) (local $inf f32) (local $inf64 f64)
    (local.set $nan (f32.div (local.get $zero) (local.get $zero)))
    (local.set $nan64 (f64.div (local.get $zero64) (local.get $zero64)))
    (local.set $inf (f32.div (f32.const 1) (local.get $zero)))
    (local.set $inf64 (f64.div (f64.const 1) (local.get $zero64)))
    (if (i32.eqz (call $is32 (local.get $nan))) (then (return (i32.const 2))))
    (if (i32.eqz (call $is64 (local.get $nan64))) (then (return (i32.const 3))))
    (if (i32.eqz (call $is32 (f32.sub (local.get $inf) (local.get $inf)))) (then (return (i32.const 4))))
    (if (i32.eqz (call $is64 (f64.mul (local.get $inf64) (local.get $zero64)))) (then (return (i32.const 5))))
    (if (i32.eqz (call $is32 (f32.sqrt (f32.sub (local.get $zero) (f32.const 1))))) (then (return (i32.const 6))))
    (if (i32.eqz (call $is64 (f64.sqrt (f64.sub (local.get $zero64) (f64.const 1))))) (then (return (i32.const 7))))
    (if (i32.eqz (call $is32 (f32.min (local.get $nan) (local.get $zero)))) (then (return (i32.const 8))))
    (if (i32.eqz (call $is64 (f64.max (local.get $zero64) (local.get $nan64)))) (then (return (i32.const 9))))
    (if (i32.eqz (call $is32 (f32.demote_f64 (local.get $nan64)))) (then (return (i32.const 10))))
    (if (i32.eqz (call $is64 (f64.promote_f32 (local.get $nan)))) (then (return (i32.const 11))))
    (if (i32.eqz (call $is32 (f32.nearest (local.get $nan)))) (then (return (i32.const 12))))
    (if (i32.eqz (call $is64 (f64.add (local.get $nan64) (local.get $inf64)))) (then (return (i32.const 13))))
    (i32.const 1)))
