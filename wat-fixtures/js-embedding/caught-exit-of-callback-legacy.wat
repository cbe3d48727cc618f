;;! title    = "an exit inside a callback cannot be caught by the guest that asked the host to call back, in the legacy encoding either"
;;! level    = "must"
;;! spec     = "exception handling (legacy), execution: a trap is no exception; owed to every user of a sandbox: what ends a guest ends it"
;;! evidence = [
;;!   "Node 20: whatever JavaScript throws in a host function is caught by catch_all, a hand-made RuntimeError too",
;;!   "WebAssembly/exception-handling #101",
;;!   "wasmtime test_trap_through_host",
;;! ]
;;! row      = "js.catch-all.host-error-swallowed"
;;! requires = ["legacy-exceptions"]
;;! grants   = ["host-function:exit", "host-function:call-back"]
;;!
;;! [[step]]
;;! call   = "run"
;;! expect = { exited = 3 }

(module
  (import "sandproof:test" "exit" (func $exit (param i32)))
  (import "sandproof:test" "call-back" (func $call_back (param i32) (result i32)))
  (func (export "callback") (param i32) (result i32)
    (call $exit (i32.const 3))
    (i32.const 0))
  (func (export "run") (result i32)
    (try (result i32)
      (do (call $call_back (i32.const 0)))
      (catch_all (i32.const 1)))))
