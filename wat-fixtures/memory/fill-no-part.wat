;;! title    = "memory.fill that goes beyond the end traps and fills nothing"
;;! level    = "must"
;;! spec     = "core 3.0, exec/instructions memory.fill: bounds are checked before anything is written"
;;! evidence = ["wasmtime tests/misc_testsuite/memory_fill.wast", "WebAssembly spec test memory_fill.wast"]
;;! row      = "mem.bulk.oob-no-partial"
;;! requires = ["bulk-memory"]
;;!
;;! [[step]]
;;! instantiate = "main"
;;! as          = "one-byte-over"
;;!
;;! [[step]]
;;! call   = "fill"
;;! on     = "one-byte-over"
;;! args   = ["i32:65528", "i32:9"]
;;! expect = { trapped = "memory-out-of-bounds" }
;;!
;;! [[step]]
;;! call   = "is_zero"
;;! on     = "one-byte-over"
;;! expect = { any = [
;;!   { returned = ["i32:1"] },
;;!   { rejected = "call", reason = "poisoned", when = { "afterTrap" = "poisoned" } },
;;! ] }
;;!
;;! [[step]]
;;! drop = "one-byte-over"
;;!
;;! [[step]]
;;! instantiate = "main"
;;! as          = "far-over"
;;!
;;! [[step]]
;;! call   = "fill"
;;! on     = "far-over"
;;! args   = ["i32:0", "i32:-1"]
;;! expect = { trapped = "memory-out-of-bounds" }
;;!
;;! [[step]]
;;! call   = "is_zero"
;;! on     = "far-over"
;;! expect = { any = [
;;!   { returned = ["i32:1"] },
;;!   { rejected = "call", reason = "poisoned", when = { "afterTrap" = "poisoned" } },
;;! ] }
(module
  (memory 1)
  (func (export "fill") (param $to i32) (param $length i32)
    (memory.fill (local.get $to) (i32.const 0xff) (local.get $length)))
  (func (export "is_zero") (result i32)
    (i64.eqz (i64.or (i64.load (i32.const 0)) (i64.load (i32.const 65528))))))
