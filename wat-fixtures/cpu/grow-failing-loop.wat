;;! title    = "a guest that asks forever for memory that it does not get is ended by the CPU budget"
;;! level    = "must"
;;! spec     = "owed to every user of a sandbox: a guest that never ends is ended by its budget"
;;! evidence = ["wasmtime tests/all/fuel.rs, variable_operator_cost_failed_growth"]
;;! row      = "cpu.fuel.charged-on-failed-grow"
;;! limits   = { memory = "1MiB" }
;;! cpu      = { iterations = 10000, time = "60ms" }
;;! [[step]]
;;! call   = "run"
;;! expect = { any = [
;;!   { limit = "cpu", when = { "memory.growFailure" = "minus-one" } },
;;!   { limit = ["cpu", "memory"], when = { "memory.growFailure" = "trap" } },
;;! ] }
(module
  (memory 1)
  (func (export "run")
    (loop $again
      (br_if $again (i32.eq (memory.grow (i32.const 100)) (i32.const -1))))))
