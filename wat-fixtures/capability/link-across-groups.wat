;;! title    = "a sandbox of another group, or of none, is not linked"
;;! level    = "must"
;;! spec     = "host protocol, group and link: only members of one group may be linked"
;;! evidence = ["wasmtime: objects of one store used with another are an error of the embedder"]
;;! row      = "cap.import.plugin-cannot-shadow"
;;! modules  = { library = "guests/library.wat" }
;;!
;;! [[step]]
;;! instantiate = "library"
;;! as          = "stranger"
;;! group       = "elsewhere"
;;!
;;! [[step]]
;;! instantiate = "library"
;;! as          = "loner"
;;!
;;! [[step]]
;;! instantiate = "main"
;;! group       = "here"
;;! link        = { library = "stranger" }
;;! expect      = { rejected = "link" }
;;!
;;! [[step]]
;;! instantiate = "main"
;;! group       = "here"
;;! link        = { library = "loner" }
;;! expect      = { rejected = "link" }
(module
  (import "library" "bump" (func $bump))
  (func (export "run") (call $bump)))
