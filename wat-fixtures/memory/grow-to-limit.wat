;;! title    = "memory.grow to exactly the limit succeeds, and every new byte is zero and usable"
;;! level    = "must"
;;! spec     = "core 3.0, exec/instructions memory.grow; owed to every user of a sandbox: what the limit grants is there"
;;! evidence = ["wasmtime tests/all/limits.rs, test_limits"]
;;! row      = "mem.grow.to-limit-ok"
;;! limits   = { memory = "16 pages" }
;;!
;;! [[step]]
;;! call   = "grow_to_limit"
;;! expect = { returned = ["i32:1"] }
(module
  (memory 1)
  (func (export "grow_to_limit") (result i32)
    (local $at i32)
    (if (i32.ne (memory.grow (i32.const 15)) (i32.const 1))
      (then (return (i32.const 0))))
    (local.set $at (i32.const 65536))
    (loop $next
      (if (i64.ne (i64.load (local.get $at)) (i64.const 0))
        (then (return (i32.const 0))))
      (local.set $at (i32.add (local.get $at) (i32.const 8)))
      (br_if $next (i32.lt_u (local.get $at) (i32.const 1048576))))
    (i64.store (i32.const 1048568) (i64.const -2))
    (i32.and
      (i32.eq (memory.size) (i32.const 16))
      (i64.eq (i64.load (i32.const 1048568)) (i64.const -2)))))
