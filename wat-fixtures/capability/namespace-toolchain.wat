;;! title    = "functions that toolchains expect of their own glue are linked only where they are granted"
;;! level    = "must"
;;! spec     = "host protocol, grants: nothing is granted that is not listed"
;;! evidence = ["wasm-bindgen's placeholder module, Emscripten's and AssemblyScript's env"]
;;! row      = "cap.import.host-internal-namespace"
;;! modules  = { env = "guests/imports-env.wat" }
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
;;! instantiate = "env"
;;! expect      = { any = [
;;!   { rejected = "link" },
;;!   { done = true, when = { unknownImports = "trap-on-call" } },
;;! ] }
;;!
;;! [[step]]
;;! call   = "run"
;;! on     = "env"
;;! expect = { denied = "host-function" }
(module
  (import "__wbindgen_placeholder__" "__wbindgen_throw" (func $throw (param i32 i32)))
  (func (export "run") (call $throw (i32.const 0) (i32.const 0))))
