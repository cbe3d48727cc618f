;;! title  = "memory.grow past the limit returns -1 and leaves the memory usable"
;;! level  = "must"
;;! spec   = "core 3.0, exec/instructions memory.grow"
;;! row    = "mem.grow.beyond-limit-minus-one"
;;! limits = { memory = "1MiB" }
;;! [[step]]
;;! call   = "grow"
;;! args   = ["i32:100"]
;;! expect = { returned = ["i32:-1"] }
;;! [[step]]
;;! call   = "touch_last_byte"
;;! expect = { returned = [] }
(module
  (memory 1)
  (func (export "grow") (param i32) (result i32) (memory.grow (local.get 0)))
  (func (export "touch_last_byte") (i32.store8 (i32.const 65535) (i32.const 1))))
