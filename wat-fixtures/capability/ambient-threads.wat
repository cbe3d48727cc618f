;;! title    = "a guest that was granted no threads can't link what spawns one"
;;! level    = "must"
;;! spec     = "host protocol, grants: nothing is granted that is not listed"
;;! evidence = ["WAMR: wasi-threads", "WASIX: thread_spawn_v2"]
;;! row      = "cap.threads.none-by-default"
;;! modules  = { wasix = "guests/imports-wasix-thread.wat" }
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
;;! instantiate = "wasix"
;;! expect      = { any = [
;;!   { rejected = "link" },
;;!   { done = true, when = { unknownImports = "trap-on-call" } },
;;! ] }
;;!
;;! [[step]]
;;! call   = "run"
;;! on     = "wasix"
;;! expect = { denied = "host-function" }
(module
  (import "wasi" "thread-spawn" (func $spawn (param i32) (result i32)))
  (func (export "wasi_thread_start") (param i32 i32) unreachable)
  (func (export "run") (drop (call $spawn (i32.const 0)))))
