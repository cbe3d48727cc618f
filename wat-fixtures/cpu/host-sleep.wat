;;! title    = "a host that says it can interrupt its functions ends one that sleeps for an hour at the deadline"
;;! level    = "must"
;;! spec     = "host protocol, declares cpu.hostCallsInterruptible"
;;! evidence = ["wasmtime #9188, and Config on blocking host calls", "WAMR #1951", "extism #637"]
;;! row      = "cpu.block.host-sleep"
;;! limits   = { time = "60ms" }
;;! grants   = ["host-function:sleep"]
;;! [[step]]
;;! call   = "run"
;;! expect = { limit = "time", when = { "cpu.hostCallsInterruptible" = true } }
(module
  (import "sandproof:test" "sleep" (func $sleep (param i64)))
  (func (export "run")
    (call $sleep (i64.const 3600000))))
