;;! title    = "a guest that imports a method of every JavaScript object from a module of every object's names does not get it"
;;! level    = "must"
;;! spec     = "JS-API, read the imports: Get(importObject, module) and Get(o, name) walk the prototype chain"
;;! evidence = ["Node 20: {}.toString.call, {}.__proto__.hasOwnProperty and {}.valueOf.bind are functions"]
;;! row      = "js.import.proto-chain-module"
;;! modules  = { second = "import-method-of-object-2.wat", third = "import-method-of-object-3.wat" }
;;!
;;! [[step]]
;;! instantiate = "main"
;;! expect      = { any = [{ rejected = "link" }, { done = true, when = { unknownImports = "trap-on-call" } }] }
;;!
;;! [[step]]
;;! call   = "go"
;;! on     = "main"
;;! expect = { denied = "host-function" }
;;!
;;! [[step]]
;;! instantiate = "second"
;;! expect      = { any = [{ rejected = "link" }, { done = true, when = { unknownImports = "trap-on-call" } }] }
;;!
;;! [[step]]
;;! call   = "go"
;;! on     = "second"
;;! expect = { denied = "host-function" }
;;!
;;! [[step]]
;;! instantiate = "third"
;;! expect      = { any = [{ rejected = "link" }, { done = true, when = { unknownImports = "trap-on-call" } }] }
;;!
;;! [[step]]
;;! call   = "go"
;;! on     = "third"
;;! expect = { denied = "host-function" }

(module
  (import "toString" "call" (func $call (result f64)))
  (func (export "go")
    (drop (call $call))))
