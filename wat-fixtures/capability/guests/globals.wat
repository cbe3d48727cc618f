(module
  (global (export "fixed") i32 (i32.const 42))
  (global $variable (export "variable") (mut i32) (i32.const 42))
  (func (export "sum") (result i32) (i32.add (global.get 0) (global.get $variable))))
