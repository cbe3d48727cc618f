;;! title    = "the closing of a sandbox by the host cannot be caught"
;;! level    = "must"
;;! spec     = "core 3.0, exec/instructions: a trap is no exception; owed to every user of a sandbox: what ends a guest ends it"
;;! evidence = [
;;!   "Node 20: whatever JavaScript throws in a host function is caught by catch_all, a hand-made RuntimeError too",
;;!   "WebAssembly/exception-handling #101",
;;! ]
;;! row      = "js.catch-all.host-error-swallowed"
;;! requires = ["exceptions"]
;;! grants   = ["host-function:close-self"]
;;!
;;! [[step]]
;;! call   = "run"
;;! expect = { cancelled = true }
;;!
;;! [[step]]
;;! call   = "run"
;;! expect = { rejected = "call", reason = ["closed", "unknown-handle"] }

(module
  (import "sandproof:test" "close-self" (func $close))
  (func (export "run") (result i32)
    (block $caught
      (try_table (catch_all $caught)
        (call $close)))
    (i32.const 1)))
