;;! title    = "of a failed instantiation's data, the segments before the bad one stay written and the bad one is not begun"
;;! level    = "must"
;;! spec     = "core 3.0, exec/modules instantiation; exec/instructions memory.init"
;;! evidence = ["wasmtime tests/misc_testsuite partial-init-memory-segment.wast"]
;;! row      = "crash.trap.partial-init-visible"
;;! requires = ["bulk-memory"]
;;! modules  = { late = "partial-init-memory-late.wat" }
;;! [[step]]
;;! instantiate = "main"
;;! group       = "pair"
;;! [[step]]
;;! instantiate = "late"
;;! group       = "pair"
;;! link        = { owner = "main" }
;;! expect      = { trapped = "memory-out-of-bounds", phase = "instantiate" }
;;! [[step]]
;;! call   = "first"
;;! expect = { returned = ["i32:0x31737274"] }
;;! [[step]]
;;! call   = "last"
;;! expect = { returned = ["i32:0"] }
(module
  (memory (export "memory") 1)
  (func (export "first") (result i32) (i32.load (i32.const 0)))
  (func (export "last") (result i32) (i32.load (i32.const 65532))))
