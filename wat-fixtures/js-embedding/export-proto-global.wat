;;! title    = "an export named \"__proto__\" that is no function changes nothing for the others"
;;! level    = "must"
;;! spec     = "JS-API, create an exports object: it has no prototype"
;;! evidence = ["Node 20: copied to a plain object, \"__proto__\" sets its prototype: every name of a Global is found then"]
;;! row      = "js.export.proto-names"
;;! requires = ["mutable-globals"]
;;!
;;! [[step]]
;;! call   = "value"
;;! expect = { rejected = "call", reason = "no-such-export" }
;;!
;;! [[step]]
;;! call   = "valueOf"
;;! expect = { rejected = "call", reason = "no-such-export" }
;;!
;;! [[step]]
;;! call   = "__proto__"
;;! expect = { rejected = "call", reason = "no-such-export" }
;;!
;;! [[step]]
;;! call   = "go"
;;! expect = { returned = ["i32:7"] }

(module
  (global (export "__proto__") (mut i32) (i32.const 5))
  (memory (export "constructor") 1)
  (func (export "go") (result i32)
    (i32.const 7)))
