;;! title    = "a call of a name that JavaScript objects inherit, and the guest does not export, is a call of nothing"
;;! level    = "must"
;;! spec     = "JS-API, create an exports object: it has no prototype; a copy of it may have one"
;;! evidence = ["exports[name] of a plain object finds toString"]
;;! row      = "js.export.proto-names"
;;!
;;! [[step]]
;;! call   = "toString"
;;! expect = { rejected = "call", reason = "no-such-export" }
;;!
;;! [[step]]
;;! call   = "hasOwnProperty"
;;! expect = { rejected = "call", reason = "no-such-export" }
;;!
;;! [[step]]
;;! call   = "constructor"
;;! expect = { rejected = "call", reason = "no-such-export" }
;;!
;;! [[step]]
;;! call   = "__proto__"
;;! expect = { rejected = "call", reason = "no-such-export" }
;;!
;;! [[step]]
;;! call   = "then"
;;! expect = { rejected = "call", reason = "no-such-export" }
;;!
;;! [[step]]
;;! call   = "go"
;;! expect = { returned = ["i32:7"] }

(module
  (func (export "go") (result i32)
    (i32.const 7)))
