;;! title    = "a call with an argument too few is refused, not filled up with zero"
;;! level    = "should"
;;! spec     = "JS-API, call an exported function: what is missing is undefined, which becomes 0"
;;! evidence = ["crash.call.wrong-args"]
;;! row      = "js.value.to-wasm-coercion"
;;!
;;! [[step]]
;;! call    = "add"
;;! untyped = true
;;! args    = ["i32:40"]
;;! expect  = { rejected = "call", reason = "argument-mismatch" }
;;!
;;! [[step]]
;;! call    = "add"
;;! untyped = true
;;! args    = ["i32:40", "f64:4611686018427387904"]
;;! expect  = { rejected = "call", reason = "argument-mismatch" }
;;!
;;! [[step]]
;;! call   = "add"
;;! args   = ["i32:40", "i32:2"]
;;! expect = { returned = ["i32:42"] }

(module
  (func (export "add") (param i32 i32) (result i32)
    (i32.add (local.get 0) (local.get 1))))
