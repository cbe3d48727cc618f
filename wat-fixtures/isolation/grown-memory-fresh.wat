;;! title    = "pages that a memory grows by are zero, though a sandbox before had them"
;;! level    = "must"
;;! spec     = "core 3.0, exec/modules growing memories: new bytes are zero"
;;! evidence = ["RUSTSEC-2022-0098 (CVE-2022-39393)", "wasmtime tests/all/pooling_allocator.rs, memory_zeroed"]
;;! row      = "mem.isolation.fresh-instance-zeroed"
;;! limits   = { memory = "16 pages" }
;;!
;;! [[step]]
;;! instantiate = "main"
;;! as          = "first"
;;!
;;! [[step]]
;;! call   = "grow_and_fill"
;;! on     = "first"
;;! expect = { returned = ["i32:1"] }
;;!
;;! [[step]]
;;! drop = "first"
;;!
;;! [[step]]
;;! instantiate = "main"
;;! as          = "second"
;;!
;;! [[step]]
;;! call   = "grow_and_look"
;;! on     = "second"
;;! expect = { returned = ["i32:1"] }
(module
  (memory (export "memory") 1)
  (func $grow
    (if (i32.ne (memory.grow (i32.const 7)) (i32.const 1)) (then unreachable)))
  (func (export "grow_and_fill") (result i32)
    (local $at i32)
    (call $grow)
    (loop $next
      (i64.store (local.get $at) (i64.const 0x5ec1e75ec1e75ec1))
      (br_if $next (i32.lt_u (local.tee $at (i32.add (local.get $at) (i32.const 8))) (i32.const 524288))))
    (i32.const 1))
  (func (export "grow_and_look") (result i32)
    (local $at i32)
    (call $grow)
    (local.set $at (i32.const 65536))
    (loop $next
      (if (i64.ne (i64.load (local.get $at)) (i64.const 0))
        (then (return (i32.const 0))))
      (br_if $next (i32.lt_u (local.tee $at (i32.add (local.get $at) (i32.const 8))) (i32.const 524288))))
    (i32.const 1)))
