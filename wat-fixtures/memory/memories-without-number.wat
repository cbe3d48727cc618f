;;! title    = "a module with thousands of empty memories is made or refused, and costs the host nothing that lasts"
;;! level    = "should"
;;! spec     = "owed to every user of a sandbox: what a memory costs beside its pages is bounded too"
;;! evidence = ["wasmtime tests/all/limits.rs, memories()", "wasmi EnforcedLimits, TooManyMemories"]
;;! row      = "mem.limit.memory-count"
;;! requires = ["multi-memory"]
;;! limits   = { memory = "16 pages" }
;;! generate = { kind = "memories", count = 5000 }
;;!
;;! [[step]]
;;! instantiate = "main"
;;! expect      = { any = [
;;!   { done = true },
;;!   { limit = ["memory", "instances"], phase = "instantiate" },
;;!   { rejected = ["decode", "validate", "instantiate"] },
;;! ] }
