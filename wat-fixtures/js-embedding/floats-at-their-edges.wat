;;! title    = "floats arrive as they are: negative zero, the least and the greatest number, infinity, a number that is none"
;;! level    = "must"
;;! spec     = "JS-API, ToWebAssemblyValue"
;;! evidence = ["Object.is(-0, 0) is false, -0 === 0 is true: text and JSON lose the sign"]
;;! row      = "js.value.to-wasm-coercion"
;;!
;;! [[step]]
;;! call   = "bits64"
;;! args   = ["f64:9223372036854775808"]
;;! expect = { returned = ["i64:9223372036854775808"] }
;;!
;;! [[step]]
;;! call   = "bits64"
;;! args   = ["f64:1"]
;;! expect = { returned = ["i64:1"] }
;;!
;;! [[step]]
;;! call   = "bits64"
;;! args   = ["f64:9218868437227405311"]
;;! expect = { returned = ["i64:9218868437227405311"] }
;;!
;;! [[step]]
;;! call   = "bits64"
;;! args   = ["f64:18442240474082181120"]
;;! expect = { returned = ["i64:18442240474082181120"] }
;;!
;;! [[step]]
;;! call   = "bits32"
;;! args   = ["f32:2147483648"]
;;! expect = { returned = ["i32:2147483648"] }
;;!
;;! [[step]]
;;! call   = "bits32"
;;! args   = ["f32:1"]
;;! expect = { returned = ["i32:1"] }
;;!
;;! [[step]]
;;! call   = "bits32"
;;! args   = ["f32:2139095040"]
;;! expect = { returned = ["i32:2139095040"] }
;;!
;;! [[step]]
;;! call   = "is_nan"
;;! args   = ["f64:9221120237041090560"]
;;! expect = { returned = ["i32:1"] }
;;!
;;! [[step]]
;;! call   = "negative_zero"
;;! expect = { returned = ["f64:9223372036854775808"] }

(module
  (func (export "bits64") (param f64) (result i64)
    (i64.reinterpret_f64 (local.get 0)))
  (func (export "bits32") (param f32) (result i32)
    (i32.reinterpret_f32 (local.get 0)))
  (func (export "is_nan") (param f64) (result i32)
    (f64.ne (local.get 0) (local.get 0)))
  (func (export "negative_zero") (result f64)
    (f64.const -0)))
