;;! title    = "an '_initialize' that takes parameters is refused or left alone, not called with made up ones"
;;! level    = "must"
;;! spec     = "WASI application ABI: _initialize takes nothing and returns nothing"
;;! evidence = ["wazero: DoesntEnforce_Start", "JavaScript turns missing arguments into zeros"]
;;! row      = "cap.export.reserved-name-collision"
;;!
;;! [[step]]
;;! instantiate = "main"
;;! expect      = { any = [{ done = true }, { rejected = ["validate", "link", "instantiate", "start"] }] }
;;!
;;! [[step]]
;;! call   = "calls"
;;! expect = { returned = ["i32:0"] }
(module
  (global $calls (mut i32) (i32.const 0))
  (func (export "_initialize") (param i32)
    (global.set $calls (i32.add (global.get $calls) (i32.const 1))))
  (func (export "calls") (result i32) (global.get $calls)))
