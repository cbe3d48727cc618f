;;! title    = "a cancellation that comes when no call is under way has no effect on the next call"
;;! level    = "must"
;;! spec     = "host protocol, cancel: it is about the call under way"
;;! evidence = ["extism #557", "wasmtime #4342"]
;;! row      = "cpu.cancel.idempotent-and-late"
;;! [[step]]
;;! call   = "count"
;;! expect = { returned = ["i32:1"] }
;;! [[step]]
;;! cancel = "main"
;;! [[step]]
;;! call   = "count"
;;! expect = { returned = ["i32:2"] }
(module
  (global $count (mut i32) (i32.const 0))
  (func (export "count") (result i32)
    (global.set $count (i32.add (global.get $count) (i32.const 1)))
    (global.get $count)))
