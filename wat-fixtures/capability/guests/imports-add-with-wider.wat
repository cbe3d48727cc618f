(module
  (import "sandproof:test" "add" (func $add (param i32 i32) (result i64)))
  (func (export "run") (result i64) (call $add (i32.const 1) (i32.const 2))))
