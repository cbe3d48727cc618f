;;! title    = "memory.copy between two memories is bounded by each one's own size"
;;! level    = "must"
;;! spec     = "core 3.0, exec/instructions memory.copy with two memories"
;;! evidence = ["wasmtime tests/misc_testsuite/multi-memory/simple.wast", "WebAssembly spec test memory_copy1.wast"]
;;! row      = "mem.bulk.oob-no-partial"
;;! requires = ["bulk-memory", "multi-memory"]
;;!
;;! [[step]]
;;! instantiate = "main"
;;!
;;! [[step]]
;;! call   = "copy_both_ways"
;;! expect = { returned = ["i32:1"] }
;;!
;;! [[step]]
;;! instantiate = "main"
;;! as          = "into-small"
;;!
;;! [[step]]
;;! call   = "to_small"
;;! on     = "into-small"
;;! args   = ["i32:65536", "i32:0"]
;;! expect = { trapped = "memory-out-of-bounds" }
;;!
;;! [[step]]
;;! drop = "into-small"
;;!
;;! [[step]]
;;! instantiate = "main"
;;! as          = "out-of-small"
;;!
;;! [[step]]
;;! call   = "to_large"
;;! on     = "out-of-small"
;;! args   = ["i32:0", "i32:65536"]
;;! expect = { trapped = "memory-out-of-bounds" }
(module
  (memory $small 1)
  (memory $large 2)
  (data $small (i32.const 65532) "\01\02\03\04")
  (func $to_large (export "to_large") (param $to i32) (param $from i32)
    (memory.copy $large $small (local.get $to) (local.get $from) (i32.const 4)))
  (func $to_small (export "to_small") (param $to i32) (param $from i32)
    (memory.copy $small $large (local.get $to) (local.get $from) (i32.const 4)))
  (func (export "copy_both_ways") (result i32)
    (call $to_large (i32.const 131068) (i32.const 65532))
    (if (i32.load $large (i32.const 65532)) (then (return (i32.const 0))))
    (call $to_small (i32.const 0) (i32.const 131068))
    (i32.and
      (i32.eq (i32.load $large (i32.const 131068)) (i32.const 0x04030201))
      (i32.eq (i32.load $small (i32.const 0)) (i32.const 0x04030201)))))
