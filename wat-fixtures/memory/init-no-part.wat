;;! title    = "memory.init beyond the memory or beyond its segment traps and writes nothing"
;;! level    = "must"
;;! spec     = "core 3.0, exec/instructions memory.init: bounds are checked before anything is written"
;;! evidence = ["wasmtime tests/misc_testsuite/memory_init.wast", "WebAssembly spec test memory_init.wast"]
;;! row      = "mem.bulk.oob-no-partial"
;;! requires = ["bulk-memory"]
;;!
;;! [[step]]
;;! instantiate = "main"
;;! as          = "memory-over"
;;!
;;! [[step]]
;;! call   = "init"
;;! on     = "memory-over"
;;! args   = ["i32:65533", "i32:0", "i32:4"]
;;! expect = { trapped = "memory-out-of-bounds" }
;;!
;;! [[step]]
;;! call   = "is_zero"
;;! on     = "memory-over"
;;! expect = { any = [
;;!   { returned = ["i32:1"] },
;;!   { rejected = "call", reason = "poisoned", when = { "afterTrap" = "poisoned" } },
;;! ] }
;;!
;;! [[step]]
;;! drop = "memory-over"
;;!
;;! [[step]]
;;! instantiate = "main"
;;! as          = "segment-over"
;;!
;;! [[step]]
;;! call   = "init"
;;! on     = "segment-over"
;;! args   = ["i32:65528", "i32:4", "i32:5"]
;;! expect = { trapped = "memory-out-of-bounds" }
;;!
;;! [[step]]
;;! call   = "is_zero"
;;! on     = "segment-over"
;;! expect = { any = [
;;!   { returned = ["i32:1"] },
;;!   { rejected = "call", reason = "poisoned", when = { "afterTrap" = "poisoned" } },
;;! ] }
;;!
;;! [[step]]
;;! drop = "segment-over"
;;!
;;! [[step]]
;;! instantiate = "main"
;;! as          = "offset-over"
;;!
;;! [[step]]
;;! call   = "init"
;;! on     = "offset-over"
;;! args   = ["i32:0", "i32:-1", "i32:2"]
;;! expect = { trapped = "memory-out-of-bounds" }
;;!
;;! [[step]]
;;! call   = "is_zero"
;;! on     = "offset-over"
;;! expect = { any = [
;;!   { returned = ["i32:1"] },
;;!   { rejected = "call", reason = "poisoned", when = { "afterTrap" = "poisoned" } },
;;! ] }
(module
  (memory 1)
  (data $bytes "\01\02\03\04\05\06\07\08")
  (func (export "init") (param $to i32) (param $from i32) (param $length i32)
    (memory.init $bytes (local.get $to) (local.get $from) (local.get $length)))
  (func (export "is_zero") (result i32)
    (i64.eqz (i64.or (i64.load (i32.const 0)) (i64.load (i32.const 65528))))))
