(module (import "wasm:js/string-constants" "constructor" (global externref)))
