;; The second member of the group in failed-start-is-charged.wat.
(module
  (import "sandproof:test" "fail" (func $fail))
  (func $burn_and_fail (local $n i32)
    (local.set $n (i32.const 60000))
    (loop $again
      (local.set $n (i32.sub (local.get $n) (i32.const 1)))
      (br_if $again (local.get $n)))
    (call $fail))
  (start $burn_and_fail))
