;;! title    = "a sandbox linked under the name of a granted module does not take its place"
;;! level    = "must"
;;! spec     = "host protocol, group and link: a name that collides with a granted module is rejected at link"
;;! evidence = ["wasmtime linker tests: module_interposition, link_twice_bad", "WasmEdge: ModuleNameConflict"]
;;! row      = "cap.import.plugin-cannot-shadow"
;;! requires = ["host-function:add"]
;;! modules  = { impostor = "guests/impostor.wat" }
;;!
;;! [[step]]
;;! instantiate = "impostor"
;;! group       = "pair"
;;!
;;! [[step]]
;;! instantiate = "main"
;;! group       = "pair"
;;! grants      = ["host-function:add"]
;;! link        = { "sandproof:test" = "impostor" }
;;! expect      = { rejected = "link" }
(module
  (import "sandproof:test" "add" (func $add (param i32 i32) (result i32)))
  (func (export "run") (result i32) (call $add (i32.const 20) (i32.const 22))))
