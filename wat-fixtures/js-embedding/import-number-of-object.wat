;;! title    = "a number that every JavaScript object inherits is no import of a global"
;;! level    = "must"
;;! spec     = "JS-API, read the imports: Get(importObject, module) and Get(o, name) walk the prototype chain"
;;! evidence = ["Node 20: {}.constructor.length is 1, and links as a global of type i32"]
;;! row      = "js.import.proto-chain-module"
;;!
;;! [[step]]
;;! instantiate = "main"
;;! expect      = { rejected = "link" }

(module
  (import "constructor" "length" (global $one i32))
  (func (export "go") (result i32)
    (global.get $one)))
