;;! title    = "a loop closed by br_if is ended by the CPU budget"
;;! level    = "must"
;;! spec     = "owed to every user of a sandbox: a guest that never ends is ended by its budget"
;;! evidence = ["wasmtime tests/all/fuel.rs, iloop"]
;;! row      = "cpu.loop.br~br_if~br_table"
;;! cpu      = { iterations = 10000, time = "60ms" }
;;! [[step]]
;;! call   = "run"
;;! expect = { limit = "cpu" }
(module
  (func (export "run") (local $stay i32)
    (local.set $stay (i32.const 1))
    ;; Without any effect: a compiler that drops loops which do nothing must not drop this one.
    (loop $again (br_if $again (local.get $stay)))))
