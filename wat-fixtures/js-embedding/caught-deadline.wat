;;! title    = "the end of the CPU's budget inside a loop cannot be caught by the handler around it"
;;! level    = "must"
;;! spec     = "core 3.0, exec/instructions: a trap is no exception; owed to every user of a sandbox: what ends a guest ends it"
;;! evidence = ["Node 20: a timeout of vm ends the loop after 205 ms", "hosts that throw at the deadline are caught"]
;;! row      = "js.vm-timeout.catch-all"
;;! requires = ["exceptions"]
;;! cpu      = { iterations = 20000, time = "100ms" }
;;!
;;! [[step]]
;;! call   = "run"
;;! expect = { limit = "cpu" }

(module
  (func (export "run")
    (loop $again
      (block $caught
        (try_table (catch_all $caught)
          (loop $spin (br $spin))))
      (br $again))))
