;;! title    = "calls with the wrong arguments do the host no harm"
;;! level    = "must"
;;! spec     = "core 3.0, exec/modules invocation: arguments are checked before the call"
;;! evidence = ["wasmtime mismatched_arguments", "wazero 'errs when too many parameters'"]
;;! row      = "crash.call.wrong-args"
;;! requires = ["typed-calls"]
;;! [[step]]
;;! call   = "mix"
;;! args   = ["i32:1"]
;;! expect = { any = [{ rejected = "call", reason = "argument-mismatch" }, { returned = "*" }] }
;;! [[step]]
;;! call   = "mix"
;;! args   = ["i32:1", "i64:2", "f64:0", "i32:4"]
;;! expect = { any = [{ rejected = "call", reason = "argument-mismatch" }, { returned = "*" }] }
;;! [[step]]
;;! call   = "mix"
;;! args   = ["i64:1", "i32:2", "f64:0"]
;;! expect = { any = [{ rejected = "call", reason = "argument-mismatch" }, { returned = "*" }] }
;;! [[step]]
;;! call   = "mix"
;;! args   = ["i32:1", "i64:2", "f64:0"]
;;! expect = { returned = ["i64:3"] }
;; JavaScript turns some wrong arguments into right ones, so that a return is no failure here.
(module
  (func (export "mix") (param i32 i64 f64) (result i64)
    (i64.add (i64.extend_i32_s (local.get 0)) (local.get 1))))
