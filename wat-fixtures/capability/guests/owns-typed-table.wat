(module
  (type $t (func (result i32)))
  (table (export "table") 1 (ref null $t))
  (func $pad (result i32) (i32.const 1))
  (func $mine (type $t) (i32.const 42))
  (elem (i32.const 0) (ref null $t) (ref.func $mine)))
