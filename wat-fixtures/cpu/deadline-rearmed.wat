;;! title    = "every call has a deadline of its own: the first that returned does not leave the next without one"
;;! level    = "must"
;;! spec     = "host protocol, limits: wallMs starts anew for each call"
;;! evidence = ["extism #557 and #556"]
;;! row      = "cpu.deadline.rearmed-every-call"
;;! limits   = { time = "60ms" }
;;! [[step]]
;;! call   = "answer"
;;! repeat = 3
;;! expect = { returned = ["i32:42"] }
;;! [[step]]
;;! call   = "spin"
;;! expect = { limit = "time" }
;;! [[step]]
;;! call   = "spin"
;;! expect = { any = [{ limit = "time" }, { rejected = "call", reason = ["poisoned", "closed"] }] }
(module
  (func (export "answer") (result i32) (i32.const 42))
  (func (export "spin")
    (loop $again (br_if $again (i32.const 1)))))
