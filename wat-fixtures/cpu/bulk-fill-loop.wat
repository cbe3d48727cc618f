;;! title    = "memory.fill of 16 MiB, again and again, is ended by the CPU budget before ten thousand rounds"
;;! level    = "must"
;;! spec     = "owed to every user of a sandbox: work that grows with a length is paid for, or cut, by that length"
;;! evidence = ["wasmtime fuel.wast: memory.copy of 100 bytes costs 107", "wasmi charges a unit for each 64 bytes"]
;;! row      = "cpu.bulk.fill-loop"
;;! requires = ["bulk-memory"]
;;! limits   = { memory = "16MiB" }
;;! cpu      = { iterations = 10000, time = "60ms" }
;;! [[step]]
;;! call   = "run"
;;! expect = { limit = "cpu" }
(module
  (memory 256)
  (func (export "run")
    (loop $again
      (memory.fill (i32.const 0) (i32.const 7) (i32.const 0x1000000))
      (br_if $again (i32.const 1)))))
