;;! title    = "a new sandbox's memory is zero, whatever the sandbox before it left in its own"
;;! level    = "must"
;;! spec     = "core 3.0, exec/modules allocation of memories: all bytes are zero"
;;! evidence = [
;;!   "RUSTSEC-2022-0098 (CVE-2022-39393)",
;;!   "RUSTSEC-2026-0088 (CVE-2026-34988)",
;;!   "wasmtime tests/all/pooling_allocator.rs, memory_zeroed",
;;! ]
;;! row      = "mem.isolation.fresh-instance-zeroed"
;;!
;;! [[step]]
;;! instantiate = "main"
;;! as          = "first"
;;!
;;! [[step]]
;;! call   = "fill_all"
;;! on     = "first"
;;! expect = { returned = [] }
;;!
;;! [[step]]
;;! drop = "first"
;;!
;;! [[step]]
;;! instantiate = "main"
;;! as          = "second"
;;!
;;! [[step]]
;;! call   = "is_zero"
;;! on     = "second"
;;! expect = { returned = ["i32:1"] }
(module
  (memory (export "memory") 4)
  (func (export "fill_all")
    (local $at i32)
    (loop $next
      (i64.store (local.get $at) (i64.const 0x5ec1e75ec1e75ec1))
      (br_if $next (i32.lt_u (local.tee $at (i32.add (local.get $at) (i32.const 8))) (i32.const 262144)))))
  (func (export "is_zero") (result i32)
    (local $at i32)
    (loop $next
      (if (i64.ne (i64.load (local.get $at)) (i64.const 0))
        (then (return (i32.const 0))))
      (br_if $next (i32.lt_u (local.tee $at (i32.add (local.get $at) (i32.const 8))) (i32.const 262144))))
    (i32.const 1)))
