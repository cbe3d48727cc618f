(module
  (memory (import "owner" "memory") 1)
  (func (export "grow_past_limit") (result i32)
    (if (i32.ne (memory.grow (i32.const 15)) (i32.const 1))
      (then (return (i32.const 0))))
    (if (i32.ne (memory.grow (i32.const 1)) (i32.const -1))
      (then (return (i32.const 0))))
    (i32.eq (memory.size) (i32.const 16))))
