;;! title    = "a bulk operation of length zero works at the very end of a memory and traps one byte behind it"
;;! level    = "must"
;;! spec     = "core 3.0, exec/instructions memory.fill, memory.copy and memory.init"
;;! evidence = ["WebAssembly spec tests memory_fill.wast, memory_copy.wast and memory_init.wast"]
;;! row      = "mem.bulk.zero-length-edge"
;;! requires = ["bulk-memory"]
;;!
;;! [[step]]
;;! instantiate = "main"
;;!
;;! [[step]]
;;! call   = "at_end"
;;! expect = { returned = [] }
;;!
;;! [[step]]
;;! instantiate = "main"
;;! as          = "fill"
;;!
;;! [[step]]
;;! call   = "fill"
;;! on     = "fill"
;;! args   = ["i32:65537"]
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
;;! args   = ["i32:65537", "i32:0"]
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
;;! args   = ["i32:0", "i32:65537"]
;;! expect = { trapped = "memory-out-of-bounds" }
;;!
;;! [[step]]
;;! drop = "copy-from"
;;!
;;! [[step]]
;;! instantiate = "main"
;;! as          = "init-to"
;;!
;;! [[step]]
;;! call   = "init"
;;! on     = "init-to"
;;! args   = ["i32:65537", "i32:0"]
;;! expect = { trapped = "memory-out-of-bounds" }
;;!
;;! [[step]]
;;! drop = "init-to"
;;!
;;! [[step]]
;;! instantiate = "main"
;;! as          = "init-from"
;;!
;;! [[step]]
;;! call   = "init"
;;! on     = "init-from"
;;! args   = ["i32:0", "i32:5"]
;;! expect = { trapped = "memory-out-of-bounds" }
(module
  (memory 1)
  (data $bytes "\01\02\03\04")
  (func $fill (export "fill") (param i32)
    (memory.fill (local.get 0) (i32.const 1) (i32.const 0)))
  (func $copy (export "copy") (param i32 i32)
    (memory.copy (local.get 0) (local.get 1) (i32.const 0)))
  (func $init (export "init") (param i32 i32)
    (memory.init $bytes (local.get 0) (local.get 1) (i32.const 0)))
  (func (export "at_end")
    (call $fill (i32.const 65536))
    (call $copy (i32.const 65536) (i32.const 65536))
    (call $init (i32.const 65536) (i32.const 4))))
