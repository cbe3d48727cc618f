;;! title    = "a host function sees what the guest wrote during a callback that made the memory grow by nothing"
;;! level    = "must"
;;! spec     = "JS-API, Memory.grow: growing detaches the buffer"
;;! evidence = ["Node 20: after a growth, even by nothing, a held Uint8Array has length 0; reads are undefined, writes are lost"]
;;! row      = "js.memory.view-detach"
;;! grants   = ["host-function:view-after-callback"]
;;!
;;! [[step]]
;;! call   = "run"
;;! args   = ["i32:16"]
;;! expect = { returned = ["i32:90"] }

(module
  (import "sandproof:test" "view-after-callback" (func $view (param i32) (result i32)))
  (memory (export "memory") 1 4)
  (func (export "callback") (param $pointer i32) (result i32)
    (drop (memory.grow (i32.const 0)))
    (i32.store8 (local.get $pointer) (i32.const 90))
    (i32.const 0))
  (func (export "run") (param i32) (result i32)
    (i32.store8 (i32.const 16) (i32.const 65))
    (call $view (local.get 0))))
