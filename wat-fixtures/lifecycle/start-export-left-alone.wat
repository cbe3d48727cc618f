;;! title    = "an exported '_start' is no start function: it runs when it is called, and only then"
;;! level    = "must"
;;! spec     = "host protocol: instantiate never runs _start, which is called like any export"
;;! evidence = ["Extism: store_needs_reset", "wazero: DoesntEnforce_Start"]
;;! row      = "life.instantiate.order"
;;!
;;! [[step]]
;;! call   = "calls"
;;! expect = { returned = ["i32:0"] }
;;!
;;! [[step]]
;;! call   = "_start"
;;! expect = { returned = [] }
;;!
;;! [[step]]
;;! call   = "calls"
;;! expect = { any = [
;;!   { returned = ["i32:1"], when = { state = "persists" } },
;;!   { returned = ["i32:0"], when = { state = "fresh-per-call" } },
;;! ] }
(module
  (global $calls (mut i32) (i32.const 0))
  (func (export "_start") (global.set $calls (i32.add (global.get $calls) (i32.const 1))))
  (func (export "calls") (result i32) (global.get $calls)))
