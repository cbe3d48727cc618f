;; The second guest of messages-without-host-paths.wat: a granted function with another type.
(module
  (import "sandproof:test" "fail" (func $fail (param f64) (result i64)))
  (func (export "go")
    (drop (call $fail (f64.const 0)))))
