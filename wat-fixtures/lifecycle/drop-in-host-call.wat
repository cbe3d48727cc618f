;;! title    = "dropping a sandbox that waits in a host function ends its call as cancelled"
;;! level    = "must"
;;! spec     = "host protocol, drop: a call under way ends cancelled"
;;! evidence = ["wazero: testCloseInFlight"]
;;! row      = "life.instance.close-in-flight"
;;! grants   = ["host-function:sleep", "host-function:log"]
;;!
;;! [[step]]
;;! instantiate = "main"
;;!
;;! [[step]]
;;! parallel = [
;;!   { call = "nap", expect = { cancelled = true, output = { log = "" } } },
;;!   { drop = "main" },
;;! ]

;; Where the host can't interrupt its own function, it is cancelled behind it: nothing is logged.
(module
  (import "sandproof:test" "sleep" (func $sleep (param i64)))
  (import "sandproof:test" "log" (func $log (param i32 i32)))
  (memory (export "memory") 1)
  (data (i32.const 0) "awake")
  (func (export "nap")
    (call $sleep (i64.const 300))
    (call $log (i32.const 0) (i32.const 5))))
