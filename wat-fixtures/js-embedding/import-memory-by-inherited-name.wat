;;! title    = "a memory or table under a name that JavaScript objects inherit is not made up by the host"
;;! level    = "must"
;;! spec     = "JS-API, read the imports: Get(importObject, module) and Get(o, name) walk the prototype chain"
;;! evidence = ["a host that fills in what a guest asks for gives memory outside every limit"]
;;! row      = "js.import.proto-chain-module"
;;! modules  = { second = "import-memory-by-inherited-name-table.wat" }
;;!
;;! [[step]]
;;! instantiate = "main"
;;! expect      = { rejected = "link" }
;;!
;;! [[step]]
;;! instantiate = "second"
;;! expect      = { rejected = "link" }

(module
  (import "__proto__" "valueOf" (memory 1))
  (func (export "go") (result i32)
    (memory.size)))
