;;! title    = "the end of the CPU's budget inside a loop cannot be caught by the handler around it, in the legacy encoding either"
;;! level    = "must"
;;! spec     = "exception handling (legacy), execution: a trap is no exception; owed to every user of a sandbox: what ends a guest ends it"
;;! evidence = ["Node 20: a timeout of vm ends the loop after 205 ms", "hosts that throw at the deadline are caught"]
;;! row      = "js.vm-timeout.catch-all"
;;! requires = ["legacy-exceptions"]
;;! cpu      = { iterations = 20000, time = "100ms" }
;;!
;;! [[step]]
;;! call   = "run"
;;! expect = { limit = "cpu" }

(module
  (func (export "run")
    (loop $again
      (try
        (do (loop $spin (br $spin)))
        (catch_all))
      (br $again))))
