;;! title    = "\"__proto__\" of a module that is granted is no import of a global of references"
;;! level    = "must"
;;! spec     = "JS-API, read the imports: Get(importObject, module) and Get(o, name) walk the prototype chain"
;;! evidence = ["Node 20: with a plain object for the granted module, its prototype links as a global of type externref"]
;;! row      = "js.import.proto-chain-field"
;;! requires = ["reference-types", "bulk-memory"]
;;! grants   = ["host-function:nop"]
;;!
;;! [[step]]
;;! instantiate = "main"
;;! expect      = { rejected = "link" }

(module
  (import "sandproof:test" "nop" (func $nop))
  (import "sandproof:test" "__proto__" (global $prototype externref))
  (func (export "go") (result externref)
    (global.get $prototype)))
