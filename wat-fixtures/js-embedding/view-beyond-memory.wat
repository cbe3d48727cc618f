;;! title    = "a host function that looks beyond the memory after a callback is refused, whether the callback made it grow or not"
;;! level    = "must"
;;! spec     = "JS-API, Memory.grow: growing detaches the buffer"
;;! evidence = [
;;!   "Node 20: after a growth, even by nothing, a held Uint8Array has length 0; reads are undefined, writes are lost",
;;!   "a host that checks a pointer before the callback and uses it after",
;;! ]
;;! row      = "js.memory.view-detach"
;;! grants   = ["host-function:view-after-callback"]
;;!
;;! [[step]]
;;! call   = "run"
;;! args   = ["i32:131072"]
;;! expect = { trapped = "host-function" }

(module
  (import "sandproof:test" "view-after-callback" (func $view (param i32) (result i32)))
  (memory (export "memory") 1 4)
  (func (export "callback") (param $pointer i32) (result i32)
    (drop (memory.grow (i32.const 1)))
    (i32.store8 (i32.const 16) (i32.const 90))
    (i32.const 0))
  (func (export "run") (param i32) (result i32)
    (i32.store8 (i32.const 16) (i32.const 65))
    (call $view (local.get 0))))
