;;! title    = "a sandbox that trapped may be called again, or may not, as its host declares"
;;! level    = "must"
;;! spec     = "docs/protocol.md, declares.afterTrap"
;;! evidence = ["B3Pay/ic-reactor #463 and sparq #2288: torn state that nobody expected", "the component model forbids it"]
;;! row      = "crash.after-trap.reuse-policy"
;;! [[step]]
;;! call   = "tear"
;;! expect = { trapped = "integer-divide-by-zero" }
;;! [[step]]
;;! call   = "torn"
;;! expect = { any = [
;;!   { returned = ["i32:1"], when = { "afterTrap" = "usable", "state" = "persists" } },
;;!   { returned = ["i32:0"], when = { "afterTrap" = "usable", "state" = "fresh-per-call" } },
;;!   { rejected = "call", reason = "poisoned", when = { "afterTrap" = "poisoned" } },
;;! ] }
;; The first of two stores that belong together was made when the trap came, and is not taken back.
(module
  (memory 1)
  (global $zero (mut i32) (i32.const 0))
  (func (export "tear")
    (i32.store (i32.const 0) (i32.const 1))
    (i32.store (i32.const 4) (i32.div_u (i32.const 1) (global.get $zero))))
  (func (export "torn") (result i32)
    (i32.sub (i32.load (i32.const 0)) (i32.load (i32.const 4)))))
