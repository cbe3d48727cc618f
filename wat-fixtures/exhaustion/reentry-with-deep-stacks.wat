;;! title    = "re-entries that each use much of the stack first end by a limit, not by the host's end"
;;! level    = "must"
;;! spec     = "owed to every user of a sandbox: a guest cannot exhaust the host's own stack"
;;! evidence = ["CWA-2023-002", "a depth that is safe for small frames is not for large ones"]
;;! row      = "ex.reentry.host-allocator"
;;! grants   = ["host-function:call-back"]
;;!
;;! [[step]]
;;! call   = "begin"
;;! expect = { limit = ["reentry-depth", "stack"] }

(module
  (import "sandproof:test" "call-back" (func $call_back (param i32) (result i32)))
  (func $dive (param $left i32) (result i32)
    (local i64 i64 i64 i64 i64 i64 i64 i64)
    (if (result i32) (local.get $left)
      (then (i32.add (i32.const 1) (call $dive (i32.sub (local.get $left) (i32.const 1)))))
      (else (call $call_back (i32.const 0)))))
  (func (export "callback") (param i32) (result i32)
    (call $dive (i32.const 3000)))
  (func (export "begin")
    (drop (call $dive (i32.const 3000)))))
