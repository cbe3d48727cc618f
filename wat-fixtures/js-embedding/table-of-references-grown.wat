;; The second guest of table-of-references.wat.
(module
  (table 1 externref)
  (func (export "grow") (result i32)
    (table.grow (ref.null extern) (i32.const 1000))))
