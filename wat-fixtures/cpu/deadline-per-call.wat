;;! title    = "a call that brings a deadline has that one, be it shorter or longer than its sandbox's"
;;! level    = "must"
;;! spec     = "host protocol, limits: wallMs at call stands above wallMs at instantiate"
;;! evidence = ["extism #557"]
;;! row      = "cpu.deadline.rearmed-every-call"
;;! limits   = { time = "100ms" }
;;! grants   = ["host-function:sleep"]
;;! [[step]]
;;! instantiate = "main"
;;! [[step]]
;;! instantiate = "main"
;;! as          = "patient"
;;! limits      = { time = "5s" }
;;! [[step]]
;;! call   = "nap"
;;! limits = { time = "5s" }
;;! expect = { returned = [] }
;;! [[step]]
;;! call   = "spin"
;;! on     = "patient"
;;! limits = { time = "60ms" }
;;! expect = { limit = "time" }
(module
  (import "sandproof:test" "sleep" (func $sleep (param i64)))
  (func (export "nap") (call $sleep (i64.const 150)))
  (func (export "spin")
    (loop $again (br_if $again (i32.const 1)))))
