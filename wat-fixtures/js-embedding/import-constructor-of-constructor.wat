;;! title    = "a guest that imports \"constructor\" \"constructor\" does not get JavaScript's Function"
;;! level    = "must"
;;! spec     = "JS-API, read the imports: Get(importObject, module) and Get(o, name) walk the prototype chain"
;;! evidence = ["Node 20: with {} as import object the guest is handed Function, and a string becomes code"]
;;! row      = "js.import.proto-chain-module"
;;! requires = ["reference-types", "bulk-memory"]
;;!
;;! [[step]]
;;! instantiate = "main"
;;! expect      = { any = [{ rejected = "link" }, { done = true, when = { unknownImports = "trap-on-call" } }] }
;;!
;;! [[step]]
;;! call   = "go"
;;! expect = { denied = "host-function" }

;; {}.constructor is Object, and Object.constructor is Function: called with a string it compiles it, and what it returns can be called
;; by the next import.
(module
  (import "constructor" "constructor" (func $function (param externref) (result externref)))
  (func (export "go")
    (drop (call $function (ref.null extern)))))
