;;! title    = "the limit of re-entry cannot be caught: no handler of the guest goes on after it"
;;! level    = "must"
;;! spec     = "core 3.0, exec/instructions: a trap is no exception; owed to every user of a sandbox: limits end the guest"
;;! evidence = ["an exception that a host throws from JavaScript is caught by catch_all", "CWA-2023-002"]
;;! row      = "ex.reentry.host-allocator"
;;! requires = ["exceptions"]
;;! grants   = ["host-function:call-back"]
;;!
;;! [[step]]
;;! call   = "begin"
;;! expect = { limit = ["reentry-depth", "stack"] }

(module
  (import "sandproof:test" "call-back" (func $call_back (param i32) (result i32)))
  (func $again (export "callback") (param i32) (result i32)
    (block $caught
      (try_table (catch_all $caught)
        (return (call $call_back (local.get 0)))))
    (i32.const 1))
  (func (export "begin")
    (drop (call $again (i32.const 0)))))
