;; Puts a function into the first module's table that tail-calls the first module.
(module
  (import "first" "table" (table 1 funcref))
  (import "first" "bounce" (func $bounce (param i32)))
  (func $back (param i32)
    (return_call $bounce (local.get 0)))
  (elem (i32.const 0) $back))
