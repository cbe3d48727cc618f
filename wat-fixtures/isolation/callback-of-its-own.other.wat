(module
  (import "sandproof:test" "call-back" (func $call_back (param i32) (result i32)))
  (func (export "callback") (param i32) (result i32) (i32.add (local.get 0) (i32.const 2)))
  (func (export "ask") (result i32) (call $call_back (i32.const 40))))
