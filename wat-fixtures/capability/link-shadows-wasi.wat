;;! title    = "a sandbox is not linked under the name of a WASI module"
;;! level    = "must"
;;! spec     = "host protocol, group and link: a name that collides with a WASI module is rejected at link"
;;! evidence = ["wasmtime linker tests: module_interposition, link_twice_bad", "WasmEdge: ModuleNameConflict"]
;;! row      = "cap.import.plugin-cannot-shadow"
;;! modules  = { impostor = "guests/impostor.wat" }
;;!
;;! [[step]]
;;! instantiate = "impostor"
;;! group       = "pair"
;;!
;;! [[step]]
;;! instantiate = "main"
;;! group       = "pair"
;;! link        = { wasi_snapshot_preview1 = "impostor" }
;;! expect      = { rejected = "link" }
(module
  (import "wasi_snapshot_preview1" "random_get" (func $random (param i32 i32) (result i32)))
  (memory (export "memory") 1)
  (func (export "run") (result i32) (call $random (i32.const 0) (i32.const 8))))
