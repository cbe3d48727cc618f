;;! title    = "a guest that calls itself through the host for ever meets a limit of depth or of the stack, and so does the next call"
;;! level    = "must"
;;! spec     = "owed to every user of a sandbox: a guest cannot exhaust the host's own stack"
;;! evidence = ["CWA-2023-002", "proxy-wasm MallocWithHostcall", "a host's stack of some 140 re-entries"]
;;! row      = "ex.reentry.host-allocator"
;;! grants   = ["host-function:call-back"]
;;!
;;! [[step]]
;;! call   = "begin"
;;! expect = { limit = ["reentry-depth", "stack"] }
;;!
;;! [[step]]
;;! call   = "begin"
;;! expect = { any = [
;;!   { limit = ["reentry-depth", "stack"], when = { afterTrap = "usable" } },
;;!   { rejected = "call", reason = "poisoned", when = { afterTrap = "poisoned" } },
;;! ] }

(module
  (import "sandproof:test" "call-back" (func $call_back (param i32) (result i32)))
  (func $again (export "callback") (param i32) (result i32)
    (call $call_back (local.get 0)))
  (func (export "begin")
    (drop (call $again (i32.const 0)))))
