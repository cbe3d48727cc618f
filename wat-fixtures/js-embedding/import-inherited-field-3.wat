;; The third guest of import-inherited-field.wat.
(module
  (import "sandproof:test" "nop" (func $nop))
  (import "sandproof:test" "__defineGetter__" (func $define (param i32 i32)))
  (func (export "go")
    (call $nop)
    (call $define (i32.const 0) (i32.const 0))))
