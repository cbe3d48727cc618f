;;! title    = "a host function that works on 16 MiB each time it is called is paid for, or bounded"
;;! level    = "should"
;;! spec     = "owed to every user of a sandbox: cheap calls do not buy much work of the host"
;;! evidence = ["CosmWasm CWA-2024-008 and CWA-2025-002", "wasmtime, fuel of host calls", "graph-node #3267"]
;;! row      = "cpu.hostcall.cost-amplification"
;;! limits   = { memory = "16MiB" }
;;! cpu      = { iterations = 10000, time = "60ms" }
;;! grants   = ["host-function:fill"]
;;! [[step]]
;;! call   = "run"
;;! expect = { limit = ["cpu", "hostcall-bytes"] }
(module
  (import "sandproof:test" "fill" (func $fill (param i32 i32 i32)))
  (memory (export "memory") 256)
  (func (export "run")
    (loop $again
      (call $fill (i32.const 0) (i32.const 0x1000000) (i32.const 7))
      (br_if $again (i32.const 1)))))
