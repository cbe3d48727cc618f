;;! title    = "a host function that fails ends the guest with a trap of its own kind"
;;! level    = "must"
;;! spec     = "docs/protocol.md, test function fail; trap code host-function"
;;! evidence = ["wasmtime rust_panic_import", "wazero 'host panic (recovered by wazero)'"]
;;! row      = "crash.host.import-throws"
;;! grants   = ["host-function:fail"]
;;! [[step]]
;;! call   = "run"
;;! expect = { trapped = "host-function", phase = "call" }
;; A guest that went on after the failure would return.
(module
  (import "sandproof:test" "fail" (func $fail))
  (func $inner (call $fail))
  (func (export "run") (call $inner)))
