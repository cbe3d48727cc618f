;;! title    = "many results of all types arrive in order"
;;! level    = "should"
;;! spec     = "JS-API, call an exported function: several results are an array"
;;! evidence = ["a host that takes the first, or the array for a number"]
;;! row      = "js.value.multi-value-iterable"
;;! requires = ["multi-value"]
;;!
;;! [[step]]
;;! call   = "all"
;;! expect = { returned = [
;;!   "i32:-1",
;;!   "i64:-1",
;;!   "f32:2147483648",
;;!   "f64:9223372036854775808",
;;!   "i32:2147483648",
;;!   "i64:9007199254740993",
;;!   "f32:nan:arithmetic",
;;!   "i32:7",
;;! ] }
;;!
;;! [[step]]
;;! call   = "one"
;;! expect = { returned = ["i32:7"] }
;;!
;;! [[step]]
;;! call   = "none"
;;! expect = { returned = [] }

(module
  (func (export "all") (result i32 i64 f32 f64 i32 i64 f32 i32)
    (i32.const -1) (i64.const -1) (f32.const -0) (f64.const -0)
    (i32.const 0x80000000) (i64.const 9007199254740993) (f32.const nan) (i32.const 7))
  (func (export "one") (result i32)
    (i32.const 7))
  (func (export "none")))
