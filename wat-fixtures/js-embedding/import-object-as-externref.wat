;;! title    = "an object that every JavaScript object inherits is no import of a global of references"
;;! level    = "must"
;;! spec     = "JS-API, read the imports: Get(importObject, module) and Get(o, name) walk the prototype chain"
;;! evidence = ["Node 20: {}.constructor.prototype is what all objects inherit from, and links as a global of type externref"]
;;! row      = "js.import.proto-chain-module"
;;! requires = ["reference-types", "bulk-memory"]
;;!
;;! [[step]]
;;! instantiate = "main"
;;! expect      = { rejected = "link" }

;; Any JavaScript value is an externref, so nothing but the name stands in the way.
(module
  (import "constructor" "prototype" (global $prototype externref))
  (func (export "go") (result externref)
    (global.get $prototype)))
