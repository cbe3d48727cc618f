;;! title    = "a guest that was granted no network can't link what opens a socket or asks for a name's address"
;;! level    = "must"
;;! spec     = "host protocol, grants: no network that is not granted"
;;! evidence = ["wasmtime p2_cli_no_tcp, p2_cli_no_udp, p2_cli_no_ip_name_lookup", "WasmEdge and WASIX: sock_open in preview 1's modules"]
;;! row      = "cap.net.none-by-default"
;;! modules  = { resolver = "guests/imports-resolver.wat" }
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
;;! instantiate = "resolver"
;;! expect      = { any = [
;;!   { rejected = "link" },
;;!   { done = true, when = { unknownImports = "trap-on-call" } },
;;! ] }
;;!
;;! [[step]]
;;! call   = "run"
;;! on     = "resolver"
;;! expect = { denied = "host-function" }
(module
  (import "wasi_snapshot_preview1" "sock_open" (func $open (param i32 i32 i32) (result i32)))
  (memory (export "memory") 1)
  (func (export "run") (drop (call $open (i32.const 1) (i32.const 1) (i32.const 0)))))
