;;! title    = "the refusal of a host function whose grant was taken away cannot be caught"
;;! level    = "must"
;;! spec     = "core 3.0, exec/instructions: a trap is no exception; owed to every user of a sandbox: what ends a guest ends it"
;;! evidence = [
;;!   "Node 20: whatever JavaScript throws in a host function is caught by catch_all, a hand-made RuntimeError too",
;;!   "WebAssembly/exception-handling #101",
;;! ]
;;! row      = "js.catch-all.host-error-swallowed"
;;! requires = ["exceptions"]
;;! grants   = ["host-function:nop"]
;;!
;;! [[step]]
;;! call   = "run"
;;! expect = { returned = ["i32:1"] }
;;!
;;! [[step]]
;;! regrant = "main"
;;! remove  = ["host-function:nop"]
;;!
;;! [[step]]
;;! call   = "run"
;;! expect = { denied = "host-function" }

(module
  (import "sandproof:test" "nop" (func $nop))
  (func (export "run") (result i32)
    (block $caught
      (try_table (catch_all $caught)
        (call $nop)))
    (i32.const 1)))
