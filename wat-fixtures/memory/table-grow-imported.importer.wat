(module
  (table (import "owner" "table") 10 funcref)
  (func (export "grow_past_limit") (result i32)
    (if (i32.ne (table.grow (ref.null func) (i32.const 90)) (i32.const 10))
      (then (return (i32.const 0))))
    (if (i32.ne (table.grow (ref.null func) (i32.const 1)) (i32.const -1))
      (then (return (i32.const 0))))
    (i32.eq (table.size) (i32.const 100))))
