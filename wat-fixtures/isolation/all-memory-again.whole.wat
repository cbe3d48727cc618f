(module
  (memory (export "memory") 64)
  (func (export "touch") (result i32)
    (if (i32.load (i32.const 4194300)) (then (return (i32.const 0))))
    (i32.store (i32.const 4194300) (i32.const 1))
    (i32.load (i32.const 4194300))))
