(module
  (import "sandproof:test" "add" (func $add (param i32) (result i32)))
  (func (export "run") (result i32) (call $add (i32.const 1))))
