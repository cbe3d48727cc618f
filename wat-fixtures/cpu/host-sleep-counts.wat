;;! title    = "time that passes in host functions counts towards the deadline"
;;! level    = "must"
;;! spec     = "owed to every user of a sandbox: a deadline is about the call, whoever it waits for"
;;! evidence = ["wasmtime #9188, and Config on blocking host calls", "extism #637"]
;;! row      = "cpu.block.host-sleep"
;;! limits   = { time = "60ms" }
;;! grants   = ["host-function:sleep"]
;;! [[step]]
;;! call   = "run"
;;! expect = { limit = "time" }
(module
  (import "sandproof:test" "sleep" (func $sleep (param i64)))
  (func (export "run")
    ;; Short enough that a host which looks at the clock only between two host calls is still in time.
    (loop $again
      (call $sleep (i64.const 10))
      (br_if $again (i32.const 1)))))
