;;! title    = "names that JavaScript objects inherit are nothing in a module that is granted"
;;! level    = "must"
;;! spec     = "JS-API, read the imports: Get(importObject, module) and Get(o, name) walk the prototype chain"
;;! evidence = ["Node 20: with a plain object for the granted module, toString, hasOwnProperty and constructor link as functions"]
;;! row      = "js.import.proto-chain-field"
;;! grants   = ["host-function:nop"]
;;! modules  = { second = "import-inherited-field-2.wat", third = "import-inherited-field-3.wat" }
;;!
;;! [[step]]
;;! instantiate = "main"
;;! expect      = { any = [{ rejected = "link" }, { done = true, when = { unknownImports = "trap-on-call" } }] }
;;!
;;! [[step]]
;;! call   = "go"
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
  (import "sandproof:test" "nop" (func $nop))
  (import "sandproof:test" "hasOwnProperty" (func $has (param i32) (result i32)))
  (func (export "go")
    (call $nop)
    (drop (call $has (i32.const 0)))))
