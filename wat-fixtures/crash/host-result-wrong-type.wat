;;! title    = "a host function's result of the wrong type never reaches the guest"
;;! level    = "must"
;;! spec     = "docs/protocol.md, test function wrong-result"
;;! evidence = ["epsilon #61", "wasmtime test_returns_incorrect_type"]
;;! row      = "crash.host.import-wrong-result-arity"
;;! grants   = ["host-function:wrong-result"]
;;! [[step]]
;;! call   = "run"
;;! expect = { trapped = "host-function" }
(module
  (import "sandproof:test" "wrong-result" (func $wrong_result (result i32)))
  (func (export "run") (drop (call $wrong_result))))
