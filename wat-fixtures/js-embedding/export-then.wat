;;! title    = "an export named \"then\" is a function like any other: the host never awaits the exports"
;;! level    = "must"
;;! spec     = "ECMAScript, Promise resolve functions: an object with a method \"then\" is called"
;;! evidence = ["Node 20: `await instance.exports` calls the guest"]
;;! row      = "js.export.thenable"
;;!
;;! [[step]]
;;! call   = "count"
;;! expect = { returned = ["i32:0"] }
;;!
;;! [[step]]
;;! inspect = "main"
;;!
;;! [[step]]
;;! call   = "then"
;;! expect = { returned = ["i32:1"] }
;;!
;;! [[step]]
;;! call   = "count"
;;! expect = { returned = ["i32:1"] }

(module
  (global $calls (mut i32) (i32.const 0))
  (func (export "then") (result i32)
    (global.set $calls (i32.add (global.get $calls) (i32.const 1)))
    (global.get $calls))
  (func (export "count") (result i32)
    (global.get $calls)))
