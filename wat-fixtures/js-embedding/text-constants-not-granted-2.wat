;; The second guest of text-constants-not-granted.wat.
(module
  (import "wasm:js/string-constants" "return process" (global $text externref))
  (func (export "text") (result externref)
    (global.get $text)))
