(module
  (memory (import "owner" "memory") 1)
  (func (export "read") (result i32) (i32.load (i32.const 0))))
