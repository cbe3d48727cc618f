;;! title    = "one memory.copy of all the memory that the guest may have ends in time, or is cut"
;;! level    = "must"
;;! spec     = "owed to every user of a sandbox: the largest single operation is the most by which a budget is overdrawn"
;;! evidence = ["wasmtime Config::epoch_interruption: its example of a copy of 128 GiB"]
;;! row      = "cpu.bulk.single-max-op"
;;! requires = ["bulk-memory"]
;;! limits   = { memory = "64MiB" }
;;! cpu      = { iterations = 10000, time = "500ms" }
;;! [[step]]
;;! call   = "run"
;;! expect = { any = [{ returned = [] }, { limit = "cpu" }] }
(module
  (memory 1024)
  (func (export "run")
    ;; Overlapping, one byte on: every byte has to move.
    (memory.copy (i32.const 1) (i32.const 0) (i32.const 0x3ffffff))))
