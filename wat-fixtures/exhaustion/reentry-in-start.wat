;;! title    = "a start function that re-enters the guest for ever ends by a limit, or is refused"
;;! level    = "must"
;;! spec     = "owed to every user of a sandbox: a guest cannot exhaust the host's own stack"
;;! evidence = ["CWA-2025-004, CWA-2025-005: limits that did not hold while a contract was set up"]
;;! row      = "ex.reentry.host-allocator"
;;! grants   = ["host-function:call-back"]
;;!
;;! [[step]]
;;! instantiate = "main"
;;! expect      = { any = [{ limit = ["reentry-depth", "stack"], phase = "start" }, { trapped = "*", phase = "start" }] }

;; A host may have no exports to call yet: the callback then fails as a host function does.
(module
  (import "sandproof:test" "call-back" (func $call_back (param i32) (result i32)))
  (func $again (export "callback") (param i32) (result i32)
    (call $call_back (local.get 0)))
  (func $begin
    (drop (call $again (i32.const 0))))
  (start $begin))
