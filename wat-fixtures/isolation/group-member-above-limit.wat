;;! title    = "a member that declares more memory than its group has left is not made"
;;! level    = "must"
;;! spec     = "docs/protocol.md, group and link: one memory limit"
;;! evidence = ["wasmtime tests/all/limits.rs, test_initial_memory_limits_exceeded"]
;;! row      = "mem.limit.initial-above-limit-rejected"
;;!
;;! [[step]]
;;! instantiate = "main"
;;! as          = "first"
;;! group       = "pair"
;;! limits      = { memory = "16 pages" }
;;!
;;! [[step]]
;;! instantiate = "main"
;;! as          = "second"
;;! group       = "pair"
;;! expect      = { any = [
;;!   { limit = "memory", phase = "instantiate" },
;;!   { done = true, when = { "memory.scope" = "memory" } },
;;! ] }
;;!
;;! [[step]]
;;! call   = "size"
;;! on     = "first"
;;! expect = { returned = ["i32:9"] }
(module
  (memory 9)
  (func (export "size") (result i32) (memory.size)))
