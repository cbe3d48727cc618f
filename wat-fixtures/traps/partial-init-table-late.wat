;; Writes into its owner's table, then fails.
(module
  (import "owner" "table" (table 4 funcref))
  (memory 1)
  (global $answer i32 (i32.const 42))
  (func $function (result i32) (global.get $answer))
  (elem (i32.const 1) $function)
  (data (i32.const 65536) "x"))
