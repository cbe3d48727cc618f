;;! title    = "a dropped data segment is empty: nothing can be copied from it, and copying nothing is fine"
;;! level    = "must"
;;! spec     = "core 3.0, exec/instructions data.drop and memory.init"
;;! evidence = ["RUSTSEC-2024-0441 (CVE-2024-30266)", "wasmtime #8281", "WebAssembly spec test memory_init.wast"]
;;! row      = "mem.segment.dropped"
;;! requires = ["bulk-memory"]
;;!
;;! [[step]]
;;! instantiate = "main"
;;!
;;! [[step]]
;;! call   = "drop_and_copy_nothing"
;;! expect = { returned = [] }
;;!
;;! [[step]]
;;! instantiate = "main"
;;! as          = "drop-first"
;;!
;;! [[step]]
;;! call   = "drop_and_copy_one"
;;! on     = "drop-first"
;;! expect = { trapped = "memory-out-of-bounds" }
;;!
;;! [[step]]
;;! drop = "drop-first"
;;!
;;! [[step]]
;;! instantiate = "main"
;;! as          = "offset-behind"
;;!
;;! [[step]]
;;! call   = "drop_and_copy_nothing_behind"
;;! on     = "offset-behind"
;;! expect = { trapped = "memory-out-of-bounds" }
(module
  (memory 1)
  (data $bytes "\01\02\03\04")
  (func (export "drop_and_copy_nothing")
    (memory.init $bytes (i32.const 0) (i32.const 0) (i32.const 4))
    (data.drop $bytes)
    (data.drop $bytes)
    (memory.init $bytes (i32.const 65536) (i32.const 0) (i32.const 0)))
  (func (export "drop_and_copy_one")
    (data.drop $bytes)
    (memory.init $bytes (i32.const 0) (i32.const 0) (i32.const 1)))
  (func (export "drop_and_copy_nothing_behind")
    (data.drop $bytes)
    (memory.init $bytes (i32.const 0) (i32.const 1) (i32.const 0))))
