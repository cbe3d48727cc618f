;;! title    = "functions that plugin systems give to all of their guests are linked only where they are granted"
;;! level    = "must"
;;! spec     = "host protocol, grants: nothing is granted that is not listed"
;;! evidence = ["Extism: the module extism:host/env", "RUSTSEC-2025-0112 (CVE-2025-62711): intrinsics of the host reached by a guest"]
;;! row      = "cap.import.host-internal-namespace"
;;! modules  = { proxy = "guests/imports-proxy.wat" }
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
;;! instantiate = "proxy"
;;! expect      = { any = [
;;!   { rejected = "link" },
;;!   { done = true, when = { unknownImports = "trap-on-call" } },
;;! ] }
;;!
;;! [[step]]
;;! call   = "run"
;;! on     = "proxy"
;;! expect = { denied = "host-function" }
(module
  (import "extism:host/env" "http_request" (func $request (param i64 i64) (result i64)))
  (func (export "run") (drop (call $request (i64.const 0) (i64.const 0)))))
