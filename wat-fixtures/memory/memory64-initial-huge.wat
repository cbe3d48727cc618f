;;! title    = "the largest memory that a 64-bit module can declare is refused in good order"
;;! level    = "must"
;;! spec     = "core 3.0, valid/types memory types: up to 2^48 pages are valid; owed to every user: a limit counts what a module declares"
;;! evidence = ["wasmtime tests/all/memory.rs, memory64_maximum_minimum"]
;;! row      = "mem.memory64.grow-huge"
;;! requires = ["memory64"]
;;! limits   = { memory = "16 pages" }
;;!
;;! [[step]]
;;! instantiate = "main"
;;! expect      = { any = [
;;!   { limit = "memory", phase = "instantiate" },
;;!   { rejected = ["decode", "validate", "instantiate"] },
;;! ] }
(module
  ;; 2^64 bytes, which 64 bits can't count.
  (memory i64 0x1_0000_0000_0000))
