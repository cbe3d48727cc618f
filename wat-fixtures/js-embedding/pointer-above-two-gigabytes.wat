;;! title    = "a host function reads memory above 2 GiB: pointers are unsigned"
;;! level    = "must"
;;! spec     = "JS-API, ToJSValue: an i32 becomes a signed number; owed to every user of a sandbox: addresses are unsigned"
;;! evidence = ["Node 20: a pointer of 2^31 arrives as -2147483648"]
;;! row      = "js.value.signedness"
;;! limits   = { memory = "2049MiB" }
;;! grants   = ["host-function:log"]
;;!
;;! [[step]]
;;! instantiate = "main"
;;! expect      = { any = [{ done = true }, { limit = "memory" }] }
;;!
;;! [[step]]
;;! call   = "say"
;;! expect = { returned = [], output = { log = "high" } }

;; The memory is declared, not touched. An engine may have no room for it: then it says so.
(module
  (import "sandproof:test" "log" (func $log (param i32 i32)))
  (memory (export "memory") 32769)
  (data (i32.const 0x80000000) "high")
  (func (export "say")
    (call $log (i32.const 0x80000000) (i32.const 4))))
