;;! title    = "a call of an export that is no function is refused"
;;! level    = "must"
;;! spec     = "docs/protocol.md, no-such-export"
;;! evidence = ["WasmEdge FuncNotFound"]
;;! row      = "crash.call.missing-or-nonfunc-export"
;;! [[step]]
;;! call   = "memory"
;;! expect = { rejected = "call", reason = "no-such-export" }
;;! [[step]]
;;! call   = "table"
;;! expect = { rejected = "call", reason = "no-such-export" }
;;! [[step]]
;;! call   = "global"
;;! expect = { rejected = "call", reason = "no-such-export" }
(module
  (memory (export "memory") 1)
  (table (export "table") 1 funcref)
  (global (export "global") i32 (i32.const 1)))
