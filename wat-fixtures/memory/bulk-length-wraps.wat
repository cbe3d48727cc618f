;;! title    = "the start and the length of a bulk operation are added without wrapping at 32 bits"
;;! level    = "must"
;;! spec     = "core 3.0, exec/instructions memory.fill, memory.copy, memory.init and table.copy"
;;! evidence = ["WebAssembly spec tests memory_fill.wast, memory_copy.wast, memory_init.wast and table_copy.wast"]
;;! row      = "mem.bulk.oob-no-partial"
;;! requires = ["bulk-memory"]
;;!
;;! [[step]]
;;! instantiate = "main"
;;! as          = "fill"
;;!
;;! [[step]]
;;! call   = "fill"
;;! on     = "fill"
;;! args   = ["i32:-16", "i32:32"]
;;! expect = { trapped = "memory-out-of-bounds" }
;;!
;;! [[step]]
;;! drop = "fill"
;;!
;;! [[step]]
;;! instantiate = "main"
;;! as          = "copy-to"
;;!
;;! [[step]]
;;! call   = "copy"
;;! on     = "copy-to"
;;! args   = ["i32:-16", "i32:0", "i32:32"]
;;! expect = { trapped = "memory-out-of-bounds" }
;;!
;;! [[step]]
;;! drop = "copy-to"
;;!
;;! [[step]]
;;! instantiate = "main"
;;! as          = "copy-from"
;;!
;;! [[step]]
;;! call   = "copy"
;;! on     = "copy-from"
;;! args   = ["i32:0", "i32:-16", "i32:32"]
;;! expect = { trapped = "memory-out-of-bounds" }
;;!
;;! [[step]]
;;! drop = "copy-from"
;;!
;;! [[step]]
;;! instantiate = "main"
;;! as          = "init-from"
;;!
;;! [[step]]
;;! call   = "init"
;;! on     = "init-from"
;;! args   = ["i32:-2", "i32:4"]
;;! expect = { trapped = "memory-out-of-bounds" }
;;!
;;! [[step]]
;;! drop = "init-from"
;;!
;;! [[step]]
;;! instantiate = "main"
;;! as          = "table"
;;!
;;! [[step]]
;;! call   = "table"
;;! on     = "table"
;;! args   = ["i32:-2", "i32:4"]
;;! expect = { trapped = "table-out-of-bounds" }
(module
  (memory 1)
  (table 10 funcref)
  (data $bytes "\01\02\03\04")
  ;; Each of these ends at a small number, in 32 bits.
  (func (export "fill") (param i32 i32)
    (memory.fill (local.get 0) (i32.const 1) (local.get 1)))
  (func (export "copy") (param i32 i32 i32)
    (memory.copy (local.get 0) (local.get 1) (local.get 2)))
  (func (export "init") (param i32 i32)
    (memory.init $bytes (i32.const 0) (local.get 0) (local.get 1)))
  (func (export "table") (param i32 i32)
    (table.copy (i32.const 0) (local.get 0) (local.get 1))))
