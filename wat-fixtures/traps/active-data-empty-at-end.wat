;; Nothing, written to where the memory ends: that is in bounds.
(module
  (memory 1)
  (data (i32.const 65536) ""))
