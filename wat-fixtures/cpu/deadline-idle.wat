;;! title    = "time between calls does not count towards a deadline"
;;! level    = "must"
;;! spec     = "host protocol, limits: idle time is free"
;;! evidence = ["extism #407"]
;;! row      = "cpu.deadline.idle-not-counted"
;;! limits   = { time = "60ms" }
;;! [[step]]
;;! call   = "answer"
;;! expect = { returned = ["i32:42"] }
;;! [[step]]
;;! wait = "120ms"
;;! [[step]]
;;! call   = "answer"
;;! expect = { returned = ["i32:42"] }
(module
  (func (export "answer") (result i32) (i32.const 42)))
