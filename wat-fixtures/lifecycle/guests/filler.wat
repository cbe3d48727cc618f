;; Takes what memory it is given and leaves nothing of what was there.
(module
  (memory (export "memory") 1)
  (func (export "fill") (result i32)
    (local $at i32)
    (loop $next
      (i64.store (local.get $at) (i64.const -1))
      (br_if $next (i32.lt_u (local.tee $at (i32.add (local.get $at) (i32.const 8))) (i32.const 65536))))
    (i32.load (i32.const 64))))
