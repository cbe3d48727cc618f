;;! title    = "a guest that is deep in its stack when it enters the host is stopped before the host's stack is"
;;! level    = "must"
;;! spec     = "owed to every user of a sandbox: a guest does not end its host"
;;! evidence = ["CWA-2023-002", "wasmtime tests/all/stack_overflow.rs host_always_has_some_stack"]
;;! row      = "crash.stack.via-host-reentry"
;;! grants   = ["host-function:call-back"]
;;! [[step]]
;;! call   = "run"
;;! expect = { limit = ["stack", "reentry-depth"] }
;; A few hundred frames of the guest's own between two visits to the host: a bound on visits alone may be too late.
(module
  (import "sandproof:test" "call-back" (func $call_back (param i32) (result i32)))
  (func $descend (param $left i32) (result i32)
    (if (result i32) (local.get $left)
      (then (i32.add (i32.const 1) (call $descend (i32.sub (local.get $left) (i32.const 1)))))
      (else (call $call_back (i32.const 0)))))
  (func (export "callback") (param i32) (result i32) (call $descend (i32.const 500)))
  (func (export "run") (drop (call $descend (i32.const 500)))))
