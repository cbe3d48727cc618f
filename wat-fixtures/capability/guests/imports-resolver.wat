(module
  (import "wasix_32v1" "resolve" (func $resolve (param i32 i32 i32 i32 i32 i32) (result i32)))
  (memory (export "memory") 1)
  (func (export "run")
    (drop (call $resolve (i32.const 0) (i32.const 9) (i32.const 80) (i32.const 16) (i32.const 8) (i32.const 0)))))
