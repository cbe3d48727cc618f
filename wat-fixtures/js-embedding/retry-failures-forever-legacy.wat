;;! title    = "a guest that catches failures of a host function and asks again for ever is ended, in the legacy encoding too"
;;! level    = "must"
;;! spec     = "exception handling (legacy), execution: a trap is no exception; owed to every user of a sandbox: what ends a guest ends it"
;;! evidence = ["Node 20: a guest catches the abort and asks again, a million times"]
;;! row      = "js.catch-all.retry-loop"
;;! requires = ["legacy-exceptions"]
;;! grants   = ["host-function:fail"]
;;! cpu      = { iterations = 20000, time = "100ms" }
;;!
;;! [[step]]
;;! call   = "run"
;;! expect = { any = [{ limit = "cpu" }, { trapped = "host-function" }] }

(module
  (import "sandproof:test" "fail" (func $fail))
  (func (export "run")
    (loop $again
      (try
        (do (call $fail))
        (catch_all))
      (br $again))))
