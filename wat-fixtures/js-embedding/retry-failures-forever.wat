;;! title    = "a guest that catches failures of a host function and asks again for ever is ended, by the first or by the CPU's limit"
;;! level    = "must"
;;! spec     = "core 3.0, exec/instructions: a trap is no exception; owed to every user of a sandbox: what ends a guest ends it"
;;! evidence = ["Node 20: a guest catches the abort and asks again, a million times"]
;;! row      = "js.catch-all.retry-loop"
;;! requires = ["exceptions"]
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
      (block $caught
        (try_table (catch_all $caught)
          (call $fail)))
      (br $again))))
