;;! title    = "a host function that returns fewer values than its type says ends the guest"
;;! level    = "must"
;;! spec     = "docs/protocol.md, test function wrong-results"
;;! evidence = ["epsilon #61", "wasmtime test_returns_incorrect_type"]
;;! row      = "crash.host.import-wrong-result-arity"
;;! requires = ["multi-value"]
;;! grants   = ["host-function:wrong-results"]
;;! [[step]]
;;! call   = "run"
;;! expect = { trapped = "host-function" }
;; The second value would be whatever was on the host's stack.
(module
  (import "sandproof:test" "wrong-results" (func $wrong_results (result i32 i32)))
  (func (export "run") (drop (i32.add (call $wrong_results)))))
