;;! title    = "a deadline that passes inside a host function cannot be caught, in the legacy encoding either"
;;! level    = "must"
;;! spec     = "exception handling (legacy), execution: a trap is no exception; owed to every user of a sandbox: what ends a guest ends it"
;;! evidence = ["Node 20: a timeout of vm ends the loop after 205 ms", "hosts that throw at the deadline are caught"]
;;! row      = "js.vm-timeout.catch-all"
;;! requires = ["legacy-exceptions"]
;;! limits   = { time = "50ms" }
;;! grants   = ["host-function:sleep"]
;;!
;;! [[step]]
;;! call   = "run"
;;! expect = { limit = "time" }

(module
  (import "sandproof:test" "sleep" (func $sleep (param i64)))
  (func (export "run")
    (loop $again
      (try
        (do (call $sleep (i64.const 150)))
        (catch_all))
      (br $again))))
