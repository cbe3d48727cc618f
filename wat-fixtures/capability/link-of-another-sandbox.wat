;;! title    = "a link made for one sandbox resolves no import of another, in its group or outside"
;;! level    = "must"
;;! spec     = "host protocol, link: belongs to the instantiation that names it"
;;! evidence = ["wasmtime linker tests: module_interposition", "WasmEdge: modules registered by name for a whole store"]
;;! row      = "cap.import.plugin-cannot-shadow"
;;! modules  = { library = "guests/library.wat" }
;;!
;;! [[step]]
;;! instantiate = "library"
;;! group       = "pair"
;;!
;;! [[step]]
;;! instantiate = "main"
;;! group       = "pair"
;;! link        = { library = "library" }
;;!
;;! [[step]]
;;! instantiate = "main"
;;! as          = "beside"
;;! group       = "pair"
;;! expect      = { any = [
;;!   { rejected = "link" },
;;!   { done = true, when = { unknownImports = "trap-on-call" } },
;;! ] }
;;!
;;! [[step]]
;;! instantiate = "main"
;;! as          = "outside"
;;! expect      = { any = [
;;!   { rejected = "link" },
;;!   { done = true, when = { unknownImports = "trap-on-call" } },
;;! ] }
;;!
;;! [[step]]
;;! call   = "run"
;;! on     = "beside"
;;! expect = { denied = "host-function" }
;;!
;;! [[step]]
;;! call   = "run"
;;! expect = { returned = [] }
;;!
;;! [[step]]
;;! call   = "count"
;;! on     = "library"
;;! expect = { any = [
;;!   { returned = ["i32:1"], when = { state = "persists" } },
;;!   { returned = ["i32:0"], when = { state = "fresh-per-call" } },
;;! ] }
(module
  (import "library" "bump" (func $bump))
  (func (export "run") (call $bump)))
