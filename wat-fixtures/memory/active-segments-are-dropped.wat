;;! title    = "once a module is made its active segments are as good as dropped"
;;! level    = "must"
;;! spec     = "core 3.0, exec/modules instantiation: active segments are dropped after they were copied"
;;! evidence = ["RUSTSEC-2024-0441 (CVE-2024-30266)", "WebAssembly spec tests memory_init.wast and table_init.wast"]
;;! row      = "mem.segment.dropped"
;;! requires = ["bulk-memory"]
;;!
;;! [[step]]
;;! instantiate = "main"
;;!
;;! [[step]]
;;! call   = "copy_nothing"
;;! expect = { returned = [] }
;;!
;;! [[step]]
;;! instantiate = "main"
;;! as          = "data"
;;!
;;! [[step]]
;;! call   = "data"
;;! on     = "data"
;;! expect = { trapped = "memory-out-of-bounds" }
;;!
;;! [[step]]
;;! drop = "data"
;;!
;;! [[step]]
;;! instantiate = "main"
;;! as          = "elements"
;;!
;;! [[step]]
;;! call   = "elements"
;;! on     = "elements"
;;! expect = { trapped = "table-out-of-bounds" }
(module
  (memory 1)
  (table 2 funcref)
  (data $bytes (i32.const 0) "\01\02\03\04")
  (elem $functions (i32.const 0) func $f $f)
  (func $f)
  (func (export "copy_nothing")
    (memory.init $bytes (i32.const 0) (i32.const 0) (i32.const 0))
    (table.init $functions (i32.const 0) (i32.const 0) (i32.const 0)))
  (func (export "data")
    (memory.init $bytes (i32.const 8) (i32.const 0) (i32.const 1)))
  (func (export "elements")
    (table.init $functions (i32.const 0) (i32.const 0) (i32.const 1))))
