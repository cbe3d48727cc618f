;;! title    = "64-bit integers arrive whole, both ways, at their extremes"
;;! level    = "must"
;;! spec     = "JS-API, ToWebAssemblyValue: an i64 is a BigInt"
;;! evidence = ["an i64 that goes through a number loses all beyond 2^53"]
;;! row      = "js.value.to-wasm-coercion"
;;! requires = ["multi-value"]
;;!
;;! [[step]]
;;! call   = "same"
;;! args   = ["i64:9223372036854775807"]
;;! expect = { returned = ["i64:9223372036854775807"] }
;;!
;;! [[step]]
;;! call   = "same"
;;! args   = ["i64:-9223372036854775808"]
;;! expect = { returned = ["i64:-9223372036854775808"] }
;;!
;;! [[step]]
;;! call   = "same"
;;! args   = ["i64:-1"]
;;! expect = { returned = ["i64:-1"] }
;;!
;;! [[step]]
;;! call   = "same"
;;! args   = ["i64:9007199254740993"]
;;! expect = { returned = ["i64:9007199254740993"] }
;;!
;;! [[step]]
;;! call   = "is_min"
;;! args   = ["i64:-9223372036854775808"]
;;! expect = { returned = ["i32:1"] }
;;!
;;! [[step]]
;;! call   = "near"
;;! expect = { returned = ["i64:9007199254740993", "i64:-9007199254740993"] }

(module
  (func (export "same") (param i64) (result i64)
    (local.get 0))
  (func (export "is_min") (param i64) (result i32)
    (i64.eq (local.get 0) (i64.const -9223372036854775808)))
  (func (export "near") (result i64 i64)
    (i64.const 9007199254740993)
    (i64.const -9007199254740993)))
