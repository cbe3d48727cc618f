;;! title    = "a guest is ended when its time is up, not at the next round hour of some clock"
;;! level    = "must"
;;! spec     = "host protocol, declares cpu.slackMs: a deadline is late by no more than the host says"
;;! evidence = ["wasmtime #7847: a tenth too late"]
;;! row      = "cpu.deadline.not-late"
;;! limits   = { time = "250ms" }
;;! [[step]]
;;! call   = "run"
;;! expect = { limit = "time" }
(module
  (func (export "run")
    (loop $again (br_if $again (i32.const 1)))))
