;;! title    = "memory.grow past the maximum that the module declares returns -1, however much the limit allows"
;;! level    = "must"
;;! spec     = "core 3.0, exec/modules growing memories: a size beyond the maximum fails"
;;! evidence = ["wasmtime tests/all/limits.rs", "WebAssembly spec test memory_grow.wast"]
;;! row      = "mem.grow.beyond-declared-max"
;;! limits   = { memory = "16 pages" }
;;!
;;! [[step]]
;;! call   = "grow_past_max"
;;! expect = { any = [
;;!   { returned = ["i32:1"] },
;;!   { limit = "memory", when = { "memory.growFailure" = "trap" } },
;;! ] }
(module
  (memory 1 3)
  (func (export "grow_past_max") (result i32)
    (if (i32.ne (memory.grow (i32.const 3)) (i32.const -1))
      (then (return (i32.const 0))))
    ;; The failure took nothing: what was left to the maximum still is.
    (if (i32.ne (memory.grow (i32.const 2)) (i32.const 1))
      (then (return (i32.const 0))))
    (if (i32.ne (memory.grow (i32.const 1)) (i32.const -1))
      (then (return (i32.const 0))))
    (i32.eq (memory.size) (i32.const 3))))
