;;! title    = "'_initialize' runs once, after the start function and before the first call"
;;! level    = "must"
;;! spec     = "WASI application ABI, reactors; host protocol: the start function, then an exported _initialize"
;;! evidence = ["wasmtime CLI: greeter_reactor", "golang #71240"]
;;! row      = "life.reactor.export-before-initialize"
;;!
;;! [[step]]
;;! call   = "order"
;;! repeat = 2
;;! expect = { returned = ["i32:12"] }

;; Each of the two writes its own digit.
(module
  (global $order (mut i32) (i32.const 0))
  (func $digit (param i32)
    (global.set $order (i32.add (i32.mul (global.get $order) (i32.const 10)) (local.get 0))))
  (func $start (call $digit (i32.const 1)))
  (start $start)
  (func (export "_initialize") (call $digit (i32.const 2)))
  (func (export "order") (result i32) (global.get $order)))
