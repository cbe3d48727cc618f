;;! title    = "depth is counted down again: after a guest met the limit, and after many calls in a row, one re-entry still works"
;;! level    = "must"
;;! spec     = "owed to every user of a sandbox: a limit that ended one call does not follow the next"
;;! evidence = ["a depth that is only counted down on the way that returns"]
;;! row      = "ex.reentry.host-allocator"
;;! grants   = ["host-function:call-back"]
;;!
;;! [[step]]
;;! call   = "deep"
;;! args   = ["i32:1000000"]
;;! expect = { limit = ["reentry-depth", "stack"] }
;;!
;;! [[step]]
;;! call   = "wide"
;;! args   = ["i32:500"]
;;! expect = { any = [
;;!   { returned = ["i32:500"], when = { afterTrap = "usable" } },
;;!   { rejected = "call", reason = "poisoned", when = { afterTrap = "poisoned" } },
;;! ] }

(module
  (import "sandproof:test" "call-back" (func $call_back (param i32) (result i32)))
  (func (export "deep") (param i32) (result i32)
    (call $call_back (local.get 0)))
  ;; Goes on as deep as its argument says, and returns 1 at the bottom.
  (func (export "callback") (param i32) (result i32)
    (if (result i32) (local.get 0)
      (then (call $call_back (i32.sub (local.get 0) (i32.const 1))))
      (else (i32.const 1))))
  (func (export "wide") (param $left i32) (result i32) (local $sum i32)
    (loop $again
      (local.set $sum (i32.add (local.get $sum) (call $call_back (i32.const 0))))
      (br_if $again (local.tee $left (i32.sub (local.get $left) (i32.const 1)))))
    (local.get $sum)))
