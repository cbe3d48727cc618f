;;! title    = "a host function that called back into the guest sees the memory as it is then, grown and written"
;;! level    = "must"
;;! spec     = "JS-API, memory.grow detaches the buffer; owed to every user of a host function: no view outlives a call into the guest"
;;! evidence = ["a view of length 0 after growth, seen on Node 20"]
;;! row      = "js.memory.view-detach"
;;! grants   = ["host-function:view-after-callback"]
;;! limits   = { memory = "2 pages" }
;;!
;;! [[step]]
;;! instantiate = "main"
;;!
;;! [[step]]
;;! call   = "look"
;;! args   = ["i32:100"]
;;! expect = { returned = ["i32:7"] }
;;!
;;! [[step]]
;;! instantiate = "main"
;;! as          = "second"
;;!
;;! [[step]]
;;! call   = "look"
;;! on     = "second"
;;! args   = ["i32:65636"]
;;! expect = { any = [{ returned = ["i32:9"] }, { trapped = "host-function" }] }
(module
  (import "sandproof:test" "view-after-callback" (func $view (param i32) (result i32)))
  (memory (export "memory") 1)
  (func (export "callback") (param i32) (result i32)
    (drop (memory.grow (i32.const 1)))
    (i32.store8 (i32.const 100) (i32.const 7))
    (i32.store8 (i32.const 65636) (i32.const 9))
    (i32.const 0))
  (func (export "look") (param i32) (result i32) (call $view (local.get 0))))
