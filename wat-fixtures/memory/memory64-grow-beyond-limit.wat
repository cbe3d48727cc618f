;;! title    = "a 64-bit memory is held to the limit, one page past it and past 4 GiB"
;;! level    = "must"
;;! spec     = "owed to every user of a sandbox: a memory limit holds for every kind of memory"
;;! evidence = ["wasmtime tests/all/memory.rs, massive_64_bit_still_limited"]
;;! row      = "mem.memory64.limit-applies"
;;! requires = ["memory64"]
;;! limits   = { memory = "16 pages" }
;;!
;;! [[step]]
;;! call   = "grow_past_limit"
;;! expect = { any = [
;;!   { returned = ["i32:1"] },
;;!   { limit = "memory", when = { "memory.growFailure" = "trap" } },
;;! ] }
(module
  (memory i64 1)
  (func (export "grow_past_limit") (result i32)
    (if (i64.ne (memory.grow (i64.const 65537)) (i64.const -1)) (then (return (i32.const 0))))
    (if (i64.ne (memory.grow (i64.const 16)) (i64.const -1)) (then (return (i32.const 0))))
    (if (i64.ne (memory.grow (i64.const 15)) (i64.const 1)) (then (return (i32.const 0))))
    (i64.eq (memory.size) (i64.const 16))))
