;;! title    = "a module that fails while it starts leaves nothing behind for the sandbox after it"
;;! level    = "must"
;;! spec     = "core 3.0, exec/modules instantiation; owed to every user of a sandbox: what never came to be has no traces"
;;! evidence = ["wasmtime tests/all/pooling_allocator.rs, memory_reset_if_instantiation_fails", "RUSTSEC-2022-0096"]
;;! row      = "mem.isolation.failed-instantiation-leaves-nothing"
;;! modules  = { bare = "failed-start-leaves-nothing.bare.wat" }
;;!
;;! [[step]]
;;! instantiate = "main"
;;! expect      = { trapped = "unreachable", phase = "start" }
;;!
;;! [[step]]
;;! instantiate = "bare"
;;!
;;! [[step]]
;;! call   = "is_bare"
;;! on     = "bare"
;;! expect = { returned = ["i32:1"] }
(module
  (memory (export "memory") 2)
  (table (export "table") 4 funcref)
  (data (i32.const 0) "an image of secrets")
  (data (i32.const 131064) "\ff\ff\ff\ff\ff\ff\ff\ff")
  (elem (i32.const 0) $start $start $start $start)
  (func $start
    (i32.store (i32.const 65536) (i32.const 0x5ec1e7))
    unreachable)
  (start $start))
