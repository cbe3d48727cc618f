;;! title    = "dropping a sandbox a second time is refused and ends no sandbox that was made since"
;;! level    = "must"
;;! spec     = "host protocol, an unknown handle is that for every operation"
;;! evidence = ["wazero: testCloseInFlight", "a number that is given out again stands for something else, as with file descriptors"]
;;! row      = "life.instance.close-then-call"
;;!
;;! [[step]]
;;! instantiate = "main"
;;!
;;! [[step]]
;;! drop = "main"
;;!
;;! [[step]]
;;! instantiate = "main"
;;! as          = "second"
;;!
;;! [[step]]
;;! drop   = "main"
;;! expect = { rejected = "call", reason = ["closed", "unknown-handle"] }
;;!
;;! [[step]]
;;! call   = "answer"
;;! on     = "second"
;;! expect = { returned = ["i32:42"] }
(module
  (func (export "answer") (result i32) (i32.const 42)))
