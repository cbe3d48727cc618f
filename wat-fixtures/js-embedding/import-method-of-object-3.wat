;; The third guest of import-method-of-object.wat.
(module
  (import "valueOf" "bind" (func $bind (param f64)))
  (func (export "go")
    (call $bind (f64.const 0))))
