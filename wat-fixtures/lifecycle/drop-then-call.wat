;;! title    = "a sandbox that was dropped answers no call"
;;! level    = "must"
;;! spec     = "host protocol, drop: afterwards closed and unknown-handle are right"
;;! evidence = ["wazero: testCloseInFlight"]
;;! row      = "life.instance.close-then-call"
;;!
;;! [[step]]
;;! call   = "answer"
;;! expect = { returned = ["i32:42"] }
;;!
;;! [[step]]
;;! drop = "main"
;;!
;;! [[step]]
;;! call   = "answer"
;;! expect = { rejected = "call", reason = ["closed", "unknown-handle"] }
;;!
;;! [[step]]
;;! call   = "answer"
;;! expect = { rejected = "call", reason = ["closed", "unknown-handle"] }
(module
  (func (export "answer") (result i32) (i32.const 42)))
