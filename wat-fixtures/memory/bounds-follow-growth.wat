;;! title    = "what a memory has grown to is in bounds at once, in the middle of a function as well, and no more than that is"
;;! level    = "must"
;;! spec     = "core 3.0, exec/instructions memory.grow and memory instructions"
;;! evidence = ["WebAssembly spec test memory_grow.wast"]
;;! row      = "mem.oob.boundary"
;;!
;;! [[step]]
;;! instantiate = "main"
;;!
;;! [[step]]
;;! call   = "grow_and_use"
;;! expect = { returned = ["i32:1"] }
;;!
;;! [[step]]
;;! call   = "grow_in_callee_and_use"
;;! expect = { returned = ["i32:1"] }
;;!
;;! [[step]]
;;! instantiate = "main"
;;! as          = "past-new-end"
;;!
;;! [[step]]
;;! call   = "grow_and_pass_end"
;;! on     = "past-new-end"
;;! expect = { trapped = "memory-out-of-bounds" }
(module
  (memory 1)
  (func $last (result i32)
    (i32.sub (i32.shl (memory.size) (i32.const 16)) (i32.const 4)))
  (func $grow
    (drop (memory.grow (i32.const 1))))
  (func (export "grow_and_use") (result i32)
    (drop (i32.load (i32.const 65532)))
    (drop (memory.grow (i32.const 1)))
    (i32.store (call $last) (i32.const 1))
    (i32.load (call $last)))
  (func (export "grow_in_callee_and_use") (result i32)
    (drop (i32.load (call $last)))
    (call $grow)
    (i32.store (call $last) (i32.const 1))
    (i32.load (call $last)))
  (func (export "grow_and_pass_end") (result i32)
    (drop (memory.grow (i32.const 1)))
    (i32.load (i32.add (call $last) (i32.const 4)))))
