;; A sandbox that others are linked to. What it answers stands in its memory, so that memory which was given away shows.
(module
  (memory (export "memory") 1)
  (table (export "table") 1 funcref)
  (data (i32.const 64) "\2a\00\00\00")
  (func $answer (export "answer") (result i32) (i32.load (i32.const 64)))
  (elem (i32.const 0) $answer)
  (func (export "bump") (i32.store (i32.const 0) (i32.add (i32.load (i32.const 0)) (i32.const 1))))
  (func (export "count") (result i32) (i32.load (i32.const 0))))
