;;! title    = "the handle of a sandbox that was dropped does not reach one that was made since"
;;! level    = "must"
;;! spec     = "host protocol, drop: afterwards closed and unknown-handle are right"
;;! evidence = ["a number that is given out again stands for something else, as with file descriptors"]
;;! row      = "life.instance.close-then-call"
;;! modules  = { library = "guests/library.wat" }
;;!
;;! [[step]]
;;! instantiate = "main"
;;!
;;! [[step]]
;;! drop = "main"
;;!
;;! [[step]]
;;! instantiate = "library"
;;!
;;! [[step]]
;;! call   = "answer"
;;! expect = { rejected = "call", reason = ["closed", "unknown-handle"] }
(module
  (func (export "answer") (result i32) (i32.const 1)))
