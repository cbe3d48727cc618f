;;! title    = "memories that are each within the limit and together above it are refused"
;;! level    = "should"
;;! spec     = "docs/protocol.md, limits: memoryBytes counts all memories of the sandbox, or of each where the host declares that scope"
;;! evidence = ["fermyon/spin #3705", "wasmtime docs of StoreLimits: applied to each linear memory individually"]
;;! row      = "mem.limit.per-instance-aggregate"
;;! requires = ["multi-memory"]
;;! limits   = { memory = "16 pages" }
;;!
;;! [[step]]
;;! instantiate = "main"
;;! expect      = { any = [
;;!   { limit = "memory", phase = "instantiate" },
;;!   { done = true, when = { "memory.scope" = "memory" } },
;;! ] }
(module
  (memory 8)
  (memory 8)
  (memory 8))
