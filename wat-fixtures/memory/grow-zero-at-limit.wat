;;! title    = "memory.grow by nothing returns the size, even at the limit"
;;! level    = "must"
;;! spec     = "core 3.0, exec/instructions memory.grow"
;;! evidence = ["WebAssembly spec test memory_grow.wast"]
;;! row      = "mem.grow.zero-at-limit"
;;! limits   = { memory = "4 pages" }
;;!
;;! [[step]]
;;! call   = "grow_by_nothing"
;;! expect = { returned = ["i32:4"] }
(module
  (memory 4)
  (func (export "grow_by_nothing") (result i32)
    (memory.grow (i32.const 0))))
