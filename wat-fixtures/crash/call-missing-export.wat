;;! title    = "a call of a name that the guest does not export is refused, whatever the name means to the host"
;;! level    = "must"
;;! spec     = "docs/protocol.md, no-such-export"
;;! evidence = ["WasmEdge FuncNotFound", "JavaScript: names that every object has"]
;;! row      = "crash.call.missing-or-nonfunc-export"
;;! [[step]]
;;! call   = "absent"
;;! expect = { rejected = "call", reason = "no-such-export" }
;;! [[step]]
;;! call   = ""
;;! expect = { rejected = "call", reason = "no-such-export" }
;;! [[step]]
;;! call   = "Run"
;;! expect = { rejected = "call", reason = "no-such-export" }
;;! [[step]]
;;! call   = "run\u0000"
;;! expect = { rejected = "call", reason = "no-such-export" }
;;! [[step]]
;;! call   = "internal"
;;! expect = { rejected = "call", reason = "no-such-export" }
;;! [[step]]
;;! call   = "constructor"
;;! expect = { rejected = "call", reason = "no-such-export" }
;;! [[step]]
;;! call   = "__proto__"
;;! expect = { rejected = "call", reason = "no-such-export" }
;;! [[step]]
;;! call   = "run"
;;! expect = { returned = [] }
(module
  (func $internal)
  (func (export "run") (call $internal)))
