(module
  (memory (import "owner" "memory") 1)
  (func (export "write_and_trap")
    (i32.store (i32.const 0) (i32.const 7))
    unreachable))
