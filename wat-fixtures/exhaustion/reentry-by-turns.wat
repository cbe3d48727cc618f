;;! title    = "re-entry through two host functions by turns is counted as one depth"
;;! level    = "must"
;;! spec     = "owed to every user of a sandbox: a guest cannot exhaust the host's own stack"
;;! evidence = ["CWA-2022-004, CWA-2025-007: each way was bounded, both together were not"]
;;! row      = "ex.reentry.host-allocator"
;;! grants   = ["host-function:call-back", "host-function:view-after-callback"]
;;!
;;! [[step]]
;;! call   = "begin"
;;! expect = { limit = ["reentry-depth", "stack"] }

(module
  (import "sandproof:test" "call-back" (func $call_back (param i32) (result i32)))
  (import "sandproof:test" "view-after-callback" (func $view (param i32) (result i32)))
  (memory (export "memory") 1)
  (func $again (export "callback") (param i32) (result i32)
    (if (result i32) (local.get 0)
      (then (call $call_back (i32.const 0)))
      (else (call $view (i32.const 1)))))
  (func (export "begin")
    (drop (call $again (i32.const 0)))))
