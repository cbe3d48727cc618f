;;! title    = "a host function that fails in the start function fails the instantiation"
;;! level    = "must"
;;! spec     = "docs/protocol.md, test function fail; core 3.0, exec/modules instantiation"
;;! evidence = ["wasmtime rust_panic_start_function"]
;;! row      = "crash.host.import-throws"
;;! grants   = ["host-function:fail"]
;;! [[step]]
;;! instantiate = "main"
;;! expect      = { trapped = "host-function", phase = "start" }
(module
  (import "sandproof:test" "fail" (func $fail))
  (func $start (call $fail))
  (start $start))
