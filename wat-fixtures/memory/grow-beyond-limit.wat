;;! title    = "memory.grow one page past the limit returns -1 and leaves the memory usable"
;;! level    = "must"
;;! spec     = "core 3.0, exec/instructions memory.grow; owed to every user of a sandbox: a memory limit holds"
;;! evidence = [
;;!   "wasmtime tests/all/limits.rs, test_limits and growth_trap",
;;!   "wasmtime crates/wasmtime/src/runtime/limits.rs, trap_on_grow_failure",
;;! ]
;;! row      = "mem.grow.beyond-limit-minus-one"
;;! limits   = { memory = "16 pages" }
;;!
;;! [[step]]
;;! call   = "grow_past_limit"
;;! expect = { any = [
;;!   { returned = ["i32:1"] },
;;!   { limit = "memory", when = { "memory.growFailure" = "trap" } },
;;! ] }
(module
  (memory 1)
  (func (export "grow_past_limit") (result i32)
    (if (i32.ne (memory.grow (i32.const 16)) (i32.const -1))
      (then (return (i32.const 0))))
    (i32.store8 (i32.const 65535) (i32.const 7))
    (i32.and
      (i32.eq (memory.size) (i32.const 1))
      (i32.eq (i32.load8_u (i32.const 65535)) (i32.const 7)))))
