;;! title    = "a guest that was granted no process can't link what starts, replaces or signals one"
;;! level    = "must"
;;! spec     = "host protocol, grants: no process that is not granted"
;;! evidence = [
;;!   "WasmEdge changelog: security issues of executing commands, wasmedge_process",
;;!   "Wasmer: WASIX proc_spawn, proc_exec, proc_fork",
;;! ]
;;! row      = "cap.proc.none-by-default"
;;! modules  = { command = "guests/imports-wasmedge-process.wat" }
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
;;! instantiate = "command"
;;! expect      = { any = [
;;!   { rejected = "link" },
;;!   { done = true, when = { unknownImports = "trap-on-call" } },
;;! ] }
;;!
;;! [[step]]
;;! call   = "run"
;;! on     = "command"
;;! expect = { denied = "host-function" }
(module
  (import "wasix_32v1" "proc_fork" (func $fork (param i32 i32) (result i32)))
  (memory (export "memory") 1)
  (func (export "run") (drop (call $fork (i32.const 1) (i32.const 0)))))
