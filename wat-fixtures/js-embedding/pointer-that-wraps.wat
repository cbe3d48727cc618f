;;! title    = "a range that starts below zero and ends inside the memory is refused, and nothing of it is written"
;;! level    = "must"
;;! spec     = "JS-API, ToJSValue: an i32 becomes a signed number; owed to every user of a sandbox: addresses are unsigned"
;;! evidence = ["pointer + length in signed numbers: -16 + 32 is 16, within every memory"]
;;! row      = "js.value.signedness"
;;! grants   = ["host-function:fill"]
;;!
;;! [[step]]
;;! call   = "fill"
;;! args   = ["i32:-16", "i32:32"]
;;! expect = { trapped = "host-function" }
;;!
;;! [[step]]
;;! call   = "untouched"
;;! expect = { any = [
;;!   { returned = ["i32:1"], when = { afterTrap = "usable" } },
;;!   { rejected = "call", reason = "poisoned", when = { afterTrap = "poisoned" } },
;;! ] }

(module
  (import "sandproof:test" "fill" (func $fill (param i32 i32 i32)))
  (memory (export "memory") 1)
  (func (export "fill") (param i32 i32)
    (call $fill (local.get 0) (local.get 1) (i32.const 255)))
  ;; Both ends: a negative start counts from the end in JavaScript.
  (func (export "untouched") (result i32)
    (i64.eqz
      (i64.or
        (i64.or (i64.load (i32.const 0)) (i64.load (i32.const 8)))
        (i64.or (i64.load (i32.const 65520)) (i64.load (i32.const 65528)))))))
