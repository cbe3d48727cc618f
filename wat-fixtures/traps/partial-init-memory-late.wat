;; The second segment begins inside its owner's memory and ends outside; the third would fit.
(module
  (import "owner" "memory" (memory 1))
  (data (i32.const 0) "trs1")
  (data (i32.const 65532) "second")
  (data (i32.const 0) "3rd!"))
