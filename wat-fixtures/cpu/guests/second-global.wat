;; Invalid: its only global has index 0, and it sets the one behind.
(module
  (global (mut i64) (i64.const 0))
  (func (export "mint")
    (global.set 1 (i64.const 0x3fffffffffffffff))))
