;;! title    = "a module that declares more memory than the limit is refused before any of it runs"
;;! level    = "must"
;;! spec     = "owed to every user of a sandbox: a memory limit counts what a module declares"
;;! evidence = ["wasmtime tests/all/limits.rs, test_initial_memory_limits_exceeded", "wazero runtime_test.go, memory has too many pages"]
;;! row      = "mem.limit.initial-above-limit-rejected"
;;! limits   = { memory = "16 pages" }
;;!
;;! [[step]]
;;! instantiate = "main"
;;! expect      = { limit = "memory", phase = "instantiate" }
(module
  (memory 17)
  (func $start unreachable)
  (start $start))
