;;! title    = "output up to the last byte of the limit arrives whole"
;;! level    = "must"
;;! spec     = "owed to every user of a sandbox: a limit is what it says, not less"
;;! evidence = ["a host that cuts early loses what the guest had a right to"]
;;! row      = "ex.output.flood"
;;! limits   = { output = 10 }
;;! grants   = ["host-function:log"]
;;!
;;! [[step]]
;;! call   = "say"
;;! args   = ["i32:3"]
;;! expect = { returned = [], output = { log = "abc" } }
;;!
;;! [[step]]
;;! call   = "say"
;;! args   = ["i32:10"]
;;! expect = { returned = [], output = { log = "abcdefghij" } }

;; What was sent with an answer is the user's: it counts no more.
(module
  (import "sandproof:test" "log" (func $log (param i32 i32)))
  (memory (export "memory") 1)
  (data (i32.const 0) "abcdefghij")
  (func (export "say") (param $length i32)
    (call $log (i32.const 0) (local.get $length))))
