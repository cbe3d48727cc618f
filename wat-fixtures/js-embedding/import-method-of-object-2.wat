;; The second guest of import-method-of-object.wat.
(module
  (import "__proto__" "hasOwnProperty" (func $has (param i32) (result i32)))
  (func (export "go")
    (drop (call $has (i32.const 0)))))
