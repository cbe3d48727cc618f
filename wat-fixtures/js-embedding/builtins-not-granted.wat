;;! title    = "the string functions of JavaScript are imported by nobody who was not granted them"
;;! level    = "must"
;;! spec     = "js-string-builtins, overview: they are there only where an embedder asks for them"
;;! evidence = ["with them a guest makes texts, which turn \"constructor\" \"constructor\" into code"]
;;! row      = "js.builtins.js-string"
;;! requires = ["reference-types", "bulk-memory"]
;;! modules  = { second = "builtins-not-granted-make.wat" }
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

(module
  (import "wasm:js-string" "length" (func $length (param externref) (result i32)))
  (func (export "go")
    (drop (call $length (ref.null extern)))))
