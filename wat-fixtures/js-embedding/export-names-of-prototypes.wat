;;! title    = "exports named \"__proto__\", \"constructor\" and \"toString\" are the guest's own, and each is called by its name"
;;! level    = "must"
;;! spec     = "JS-API, create an exports object: it has no prototype"
;;! evidence = ["Node 20: copied to a plain object, \"__proto__\" sets its prototype"]
;;! row      = "js.export.proto-names"
;;!
;;! [[step]]
;;! call   = "__proto__"
;;! expect = { returned = ["i32:1"] }
;;!
;;! [[step]]
;;! call   = "constructor"
;;! expect = { returned = ["i32:2"] }
;;!
;;! [[step]]
;;! call   = "toString"
;;! expect = { returned = ["i32:3"] }
;;!
;;! [[step]]
;;! call   = "prototype"
;;! expect = { returned = ["i32:4"] }
;;!
;;! [[step]]
;;! call   = "__defineGetter__"
;;! expect = { returned = ["i32:5"] }
;;!
;;! [[step]]
;;! call   = "last"
;;! expect = { returned = ["i32:6"] }

(module
  (func (export "__proto__") (result i32) (i32.const 1))
  (func (export "constructor") (result i32) (i32.const 2))
  (func (export "toString") (result i32) (i32.const 3))
  (func (export "prototype") (result i32) (i32.const 4))
  (func (export "__defineGetter__") (result i32) (i32.const 5))
  (func (export "last") (result i32) (i32.const 6)))
