;;! title    = "a module that was dropped makes no sandbox, and its handle stands for no module loaded since"
;;! level    = "must"
;;! spec     = "host protocol, an unknown handle is that for every operation"
;;! evidence = ["Extism: test_disable_cache"]
;;! row      = "life.instance.close-then-call"
;;! modules  = { library = "guests/library.wat" }
;;!
;;! [[step]]
;;! load = "main"
;;!
;;! [[step]]
;;! drop = "main"
;;! what = "module"
;;!
;;! [[step]]
;;! load = "library"
;;!
;;! [[step]]
;;! instantiate = "main"
;;! expect      = { rejected = "call", reason = "unknown-handle" }
;;!
;;! [[step]]
;;! instantiate = "library"
(module
  (func (export "answer") (result i32) (i32.const 1)))
