;;! title    = "fuel that a start function burnt before it failed is gone for the group that it would have joined"
;;! level    = "must"
;;! spec     = "owed to every user of a sandbox: a failure of the host's does not lose the account"
;;! evidence = ["CWA-2025-004, CWA-2025-005: failing to set up was free", "CWA-2024-008"]
;;! row      = "ex.panic-skips-accounting"
;;! modules  = { failing = "failed-start-is-charged-member.wat" }
;;!
;;! [[step]]
;;! instantiate = "main"
;;! group       = "pair"
;;! limits      = { fuel = "calibrated:100000" }
;;!
;;! [[step]]
;;! instantiate = "failing"
;;! group       = "pair"
;;! limits      = {}
;;! grants      = ["host-function:fail"]
;;! expect      = { trapped = "host-function", phase = "start" }
;;!
;;! [[step]]
;;! call   = "burn"
;;! args   = ["i32:60000"]
;;! expect = { any = [
;;!   { limit = "fuel" },
;;!   { rejected = "call", reason = "poisoned", when = { afterTrap = "poisoned" } },
;;! ] }

;; The member burns 60,000 of the 100,000 iterations that the group has.
(module
  (func (export "burn") (param $n i32)
    (loop $again
      (local.set $n (i32.sub (local.get $n) (i32.const 1)))
      (br_if $again (local.get $n)))))
