;;! title    = "a guest can't catch its own end in the legacy encoding either when the host closes it"
;;! level    = "must"
;;! spec     = "host protocol, close-self: the call ends cancelled"
;;! evidence = ["exceptions that a host makes in JavaScript are caught by a guest's catch_all, seen on Node 20"]
;;! row      = "life.instance.close-in-host-callback"
;;! requires = ["legacy-exceptions"]
;;! grants   = ["host-function:close-self", "host-function:log"]
;;!
;;! [[step]]
;;! call   = "run"
;;! expect = { cancelled = true, output = { log = "" } }
;;!
;;! [[step]]
;;! call   = "harmless"
;;! expect = { rejected = "call", reason = ["closed", "unknown-handle"] }
(module
  (import "sandproof:test" "close-self" (func $close-self))
  (import "sandproof:test" "log" (func $log (param i32 i32)))
  (memory (export "memory") 1)
  (data (i32.const 0) "caught")
  (func (export "run")
    (try
      (do (call $close-self))
      (catch_all))
    (call $log (i32.const 0) (i32.const 6)))
  (func (export "harmless")))
