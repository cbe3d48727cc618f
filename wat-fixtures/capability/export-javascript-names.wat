;;! title    = "exports named as what JavaScript calls by itself are the guest's functions and run only when they are called"
;;! level    = "must"
;;! spec     = "owed to every user of a sandbox: a guest runs when its user calls it"
;;! evidence = ["an export named then makes 'await instance.exports' call the guest, seen on Node 20"]
;;! row      = "cap.export.reserved-name-collision"
;;!
;;! [[step]]
;;! call   = "calls"
;;! expect = { returned = ["i32:0"] }
;;!
;;! [[step]]
;;! call   = "then"
;;! expect = { returned = ["i32:1"] }
;;!
;;! [[step]]
;;! call   = "__proto__"
;;! expect = { returned = ["i32:2"] }
;;!
;;! [[step]]
;;! call   = "constructor"
;;! expect = { returned = ["i32:3"] }
;;!
;;! [[step]]
;;! call   = "toString"
;;! expect = { returned = ["i32:4"] }
;;!
;;! [[step]]
;;! call   = "calls"
;;! expect = { any = [
;;!   { returned = ["i32:4"], when = { state = "persists" } },
;;!   { returned = ["i32:0"], when = { state = "fresh-per-call" } },
;;! ] }
(module
  (global $calls (mut i32) (i32.const 0))
  (func $count (global.set $calls (i32.add (global.get $calls) (i32.const 1))))
  (func (export "then") (result i32) (call $count) (i32.const 1))
  (func (export "__proto__") (result i32) (call $count) (i32.const 2))
  (func (export "constructor") (result i32) (call $count) (i32.const 3))
  (func (export "toString") (result i32) (call $count) (i32.const 4))
  (func (export "valueOf") (result i32) (call $count) (i32.const 5))
  (func (export "toJSON") (result i32) (call $count) (i32.const 6))
  (func (export "calls") (result i32) (global.get $calls)))
