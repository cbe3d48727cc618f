;; The second guest of import-inherited-field.wat.
(module
  (import "sandproof:test" "nop" (func $nop))
  (import "sandproof:test" "toString" (func $to_string (result f64)))
  (func (export "go")
    (call $nop)
    (drop (call $to_string))))
