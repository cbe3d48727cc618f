;;! title    = "exports named like what JavaScript calls by itself are called by nobody but the user"
;;! level    = "must"
;;! spec     = "ECMAScript, OrdinaryToPrimitive, SerializeJSONProperty, IteratorNext: methods that are called by name"
;;! evidence = ["Node 20", "JSON.stringify calls toJSON; a template calls toString"]
;;! row      = "js.export.proto-names"
;;!
;;! [[step]]
;;! call   = "count"
;;! expect = { returned = ["i32:0"] }
;;!
;;! [[step]]
;;! call   = "trap"
;;! expect = { trapped = "unreachable" }
;;!
;;! [[step]]
;;! call   = "count"
;;! expect = { any = [
;;!   { returned = ["i32:0"], when = { afterTrap = "usable" } },
;;!   { rejected = "call", reason = "poisoned", when = { afterTrap = "poisoned" } },
;;! ] }

(module
  (global $calls (mut i32) (i32.const 0))
  (func $called (result i32)
    (global.set $calls (i32.add (global.get $calls) (i32.const 1)))
    (i32.const 0))
  (export "toString" (func $called))
  (export "valueOf" (func $called))
  (export "toJSON" (func $called))
  (export "constructor" (func $called))
  (export "hasOwnProperty" (func $called))
  (export "__proto__" (func $called))
  (export "inspect" (func $called))
  (export "then" (func $called))
  (export "get" (func $called))
  (export "next" (func $called))
  (export "return" (func $called))
  (func (export "trap")
    unreachable)
  (func (export "count") (result i32)
    (global.get $calls)))
