(module
  (type $nothing (func))
  (memory (export "memory") 2)
  (table (export "table") 4 funcref)
  (func (export "is_bare") (result i32)
    (i64.eqz
      (i64.or
        (i64.or (i64.load (i32.const 0)) (i64.load (i32.const 8)))
        (i64.or (i64.load (i32.const 65536)) (i64.load (i32.const 131064))))))
  (func (export "call_first") (call_indirect (type $nothing) (i32.const 0))))
