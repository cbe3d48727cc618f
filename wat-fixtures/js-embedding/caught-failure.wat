;;! title    = "the failure of a host function cannot be caught"
;;! level    = "should"
;;! spec     = "core 3.0, exec/instructions: a trap is no exception; owed to every user of a sandbox: what ends a guest ends it"
;;! evidence = [
;;!   "Node 20: whatever JavaScript throws in a host function is caught by catch_all, a hand-made RuntimeError too",
;;!   "WebAssembly/exception-handling #101",
;;! ]
;;! row      = "js.catch-all.host-error-swallowed"
;;! requires = ["exceptions"]
;;! grants   = ["host-function:fail"]
;;!
;;! [[step]]
;;! call   = "run"
;;! expect = { trapped = "host-function" }

(module
  (import "sandproof:test" "fail" (func $fail))
  (func (export "run") (result i32)
    (block $caught
      (try_table (catch_all $caught)
        (call $fail)))
    (i32.const 1)))
