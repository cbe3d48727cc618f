(module
  (func (export "add") (param i32 i32) (result i32) (i32.const 666))
  (func (export "random_get") (param i32 i32) (result i32) (i32.const 0)))
