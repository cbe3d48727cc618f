;;! title    = "a length of -1 is 2^32-1, and refused"
;;! level    = "must"
;;! spec     = "JS-API, ToJSValue: an i32 becomes a signed number; owed to every user of a sandbox: addresses are unsigned"
;;! evidence = ["a negative length makes a JavaScript slice empty, and an error disappears"]
;;! row      = "js.value.signedness"
;;! grants   = ["host-function:log"]
;;!
;;! [[step]]
;;! call   = "say"
;;! args   = ["i32:0", "i32:-1"]
;;! expect = { any = [{ trapped = "host-function" }, { limit = "hostcall-bytes" }], output = { log = "" } }

(module
  (import "sandproof:test" "log" (func $log (param i32 i32)))
  (memory (export "memory") 1)
  (data (i32.const 0) "words")
  (func (export "say") (param i32 i32)
    (call $log (local.get 0) (local.get 1))))
