;;! title    = "a loop closed by br is ended by the CPU budget"
;;! level    = "must"
;;! spec     = "owed to every user of a sandbox: a guest that never ends is ended by its budget"
;;! evidence = ["wasmtime tests/all/fuel.rs, iloop", "wazero, testEnsureTerminationOnClose"]
;;! row      = "cpu.loop.br~br_if~br_table"
;;! cpu      = { iterations = 10000, time = "60ms" }
;;! [[step]]
;;! call   = "run"
;;! expect = { limit = "cpu" }
(module
  (func (export "run")
    (loop $again (br $again))))
