;;! title    = "a 64-bit memory declared with more than 4 GiB is refused before any guest code runs"
;;! level    = "must"
;;! spec     = "owed to every user of a sandbox: a memory limit counts what a module declares"
;;! evidence = ["wasmtime tests/all/memory.rs, massive_64_bit_still_limited"]
;;! row      = "mem.memory64.limit-applies"
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
  ;; One page more than 32 bits can count: in 32 bits this is a memory of one page.
  (memory i64 65537)
  (func $start unreachable)
  (start $start))
