;;! title    = "memory.copy between overlapping ranges copies what was there before, in either direction"
;;! level    = "must"
;;! spec     = "core 3.0, exec/instructions memory.copy"
;;! evidence = ["wasmtime tests/misc_testsuite/memory-copy.wast", "WebAssembly spec test memory_copy.wast"]
;;! row      = "mem.bulk.overlap"
;;! requires = ["bulk-memory"]
;;!
;;! [[step]]
;;! instantiate = "main"
;;!
;;! [[step]]
;;! call   = "up"
;;! expect = { returned = ["i32:1"] }
;;!
;;! [[step]]
;;! call   = "down"
;;! expect = { returned = ["i32:1"] }
;;!
;;! [[step]]
;;! call   = "long"
;;! expect = { returned = ["i32:1"] }
(module
  (memory 1)
  (func $reset
    (i64.store (i32.const 0) (i64.const 0x0807060504030201))
    (i64.store (i32.const 8) (i64.const 0x100f0e0d0c0b0a09)))
  (func (export "up") (result i32)
    (call $reset)
    (memory.copy (i32.const 3) (i32.const 0) (i32.const 12))
    (i32.and
      (i64.eq (i64.load (i32.const 0)) (i64.const 0x0504030201030201))
      (i64.eq (i64.load (i32.const 8)) (i64.const 0x100c0b0a09080706))))
  (func (export "down") (result i32)
    (call $reset)
    (memory.copy (i32.const 0) (i32.const 3) (i32.const 12))
    (i32.and
      (i64.eq (i64.load (i32.const 0)) (i64.const 0x0b0a090807060504))
      (i64.eq (i64.load (i32.const 8)) (i64.const 0x100f0e0d0f0e0d0c))))
  ;; Long enough for a copy in blocks: each word of 4 KiB moves up by one.
  (func (export "long") (result i32)
    (local $at i32)
    (loop $write
      (i32.store (local.get $at) (local.get $at))
      (br_if $write (i32.lt_u (local.tee $at (i32.add (local.get $at) (i32.const 4))) (i32.const 4096))))
    (memory.copy (i32.const 4) (i32.const 0) (i32.const 4096))
    (loop $read
      (if (i32.ne (i32.load offset=4 (i32.sub (local.get $at) (i32.const 4))) (i32.sub (local.get $at) (i32.const 4)))
        (then (return (i32.const 0))))
      (br_if $read (local.tee $at (i32.sub (local.get $at) (i32.const 4)))))
    (i32.const 1)))
