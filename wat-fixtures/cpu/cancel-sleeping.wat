;;! title    = "a call is cancelled while a host function of an interruptible host sleeps for it"
;;! level    = "must"
;;! spec     = "host protocol, cancel, and declares cpu.hostCallsInterruptible"
;;! evidence = ["wasmtime Config on blocking host calls", "extism #637"]
;;! row      = "cpu.cancel.explicit"
;;! grants   = ["host-function:sleep"]
;;! check    = "answered-promptly"
;;! [[step]]
;;! parallel = [
;;!   { call = "nap", expect = { cancelled = true, when = { "cpu.hostCallsInterruptible" = true } } },
;;!   { cancel = "main" },
;;! ]
(module
  (import "sandproof:test" "sleep" (func $sleep (param i64)))
  (func (export "nap")
    (call $sleep (i64.const 3600000))))
