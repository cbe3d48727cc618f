;;! title    = "a call with arguments that the export does not take is refused before the guest is entered"
;;! level    = "should"
;;! spec     = "core 3.0, exec/modules invocation; docs/protocol.md, argument-mismatch"
;;! evidence = ["wasmtime mismatched_arguments", "wazero 'errs when too many parameters'"]
;;! row      = "crash.call.wrong-args"
;;! requires = ["typed-calls"]
;;! [[step]]
;;! call   = "count"
;;! args   = ["i32:1"]
;;! expect = { rejected = "call", reason = "argument-mismatch" }
;;! [[step]]
;;! call   = "count"
;;! args   = ["i32:1", "i32:2", "i32:3"]
;;! expect = { rejected = "call", reason = "argument-mismatch" }
;;! [[step]]
;;! call   = "count"
;;! args   = ["i32:1", "i64:2"]
;;! expect = { rejected = "call", reason = "argument-mismatch" }
;;! [[step]]
;;! call   = "count"
;;! args   = ["i32:1", "externref:null"]
;;! expect = { rejected = "call", reason = "argument-mismatch" }
;;! [[step]]
;;! call   = "count"
;;! args   = ["i32:1", "i32:2"]
;;! expect = { returned = ["i32:1"] }
;; Counts how often it was entered.
(module
  (global $entered (mut i32) (i32.const 0))
  (func (export "count") (param i32 i32) (result i32)
    (global.set $entered (i32.add (global.get $entered) (i32.const 1)))
    (global.get $entered)))
