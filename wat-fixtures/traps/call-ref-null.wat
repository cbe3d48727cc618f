;;! title    = "call_ref of a null reference traps"
;;! level    = "must"
;;! spec     = "core 3.0, exec/instructions call_ref"
;;! evidence = ["WebAssembly/spec test/core/call_ref.wast"]
;;! row      = "crash.trap.gc-null~cast~array-oob"
;;! requires = ["function-references"]
;;! [[step]]
;;! call   = "run"
;;! expect = { trapped = "null-reference" }
(module
  (type $function (func (result i32)))
  (global $nothing (mut (ref null $function)) (ref.null $function))
  (func (export "run") (drop (call_ref $function (global.get $nothing)))))
