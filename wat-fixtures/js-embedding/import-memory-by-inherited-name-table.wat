;; The second guest of import-memory-by-inherited-name.wat.
(module
  (import "constructor" "prototype" (table 1 funcref))
  (func (export "go") (result i32)
    (i32.const 0)))
