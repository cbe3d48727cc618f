;;! title    = "WASI is not linked for a guest that was given none of it, in any of its versions"
;;! level    = "must"
;;! spec     = "host protocol, wasi: without it none of preview 1 is linked"
;;! evidence = ["wasmtime p0.rs: wasi_unstable", "Wasmer: wasix_32v1"]
;;! row      = "cap.import.host-internal-namespace"
;;! modules  = { unstable = "guests/imports-wasi-unstable.wat" }
;;!
;;! [[step]]
;;! instantiate = "main"
;;! expect      = { any = [
;;!   { rejected = "link" },
;;!   { done = true, when = { unknownImports = "trap-on-call" } },
;;! ] }
;;!
;;! [[step]]
;;! call   = "run"
;;! expect = { denied = "host-function" }
;;!
;;! [[step]]
;;! instantiate = "unstable"
;;! expect      = { any = [
;;!   { rejected = "link" },
;;!   { done = true, when = { unknownImports = "trap-on-call" } },
;;! ] }
;;!
;;! [[step]]
;;! call   = "run"
;;! on     = "unstable"
;;! expect = { denied = "host-function" }
(module
  (import "wasi_snapshot_preview1" "random_get" (func $random (param i32 i32) (result i32)))
  (memory (export "memory") 1)
  (func (export "run") (drop (call $random (i32.const 0) (i32.const 8)))))
