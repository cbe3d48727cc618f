;;! title    = "a pointer of -8 is not the eighth byte from the end"
;;! level    = "must"
;;! spec     = "JS-API, ToJSValue: an i32 becomes a signed number; owed to every user of a sandbox: addresses are unsigned"
;;! evidence = ["view.slice(-8) of a JavaScript array counts from its end", "Node 20"]
;;! row      = "js.value.signedness"
;;! grants   = ["host-function:log"]
;;!
;;! [[step]]
;;! call   = "say"
;;! args   = ["i32:-8", "i32:8"]
;;! expect = { trapped = "host-function", output = { log = "" } }
;;!
;;! [[step]]
;;! call   = "say"
;;! args   = ["i32:-8", "i32:4"]
;;! expect = { any = [
;;!   { trapped = "host-function", when = { afterTrap = "usable" } },
;;!   { rejected = "call", reason = "poisoned", when = { afterTrap = "poisoned" } },
;;! ], output = { log = "" } }

(module
  (import "sandproof:test" "log" (func $log (param i32 i32)))
  (memory (export "memory") 1)
  (data (i32.const 65528) "the end.")
  (func (export "say") (param i32 i32)
    (call $log (local.get 0) (local.get 1))))
