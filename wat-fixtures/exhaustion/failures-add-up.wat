;;! title    = "a guest that makes a host function fail over and over again does not run longer than its fuel"
;;! level    = "must"
;;! spec     = "owed to every user of a sandbox: a failure of the host's does not lose the account"
;;! evidence = ["CWA-2024-008", "CWA-2025-004: what was used was forgotten when the call failed"]
;;! row      = "ex.panic-skips-accounting"
;;! limits   = { fuel = "calibrated:100000" }
;;! grants   = ["host-function:fail"]
;;!
;;! [[step]]
;;! call   = "burn_and_fail"
;;! args   = ["i32:40000"]
;;! expect = { trapped = "host-function" }
;;!
;;! [[step]]
;;! call   = "burn_and_fail"
;;! args   = ["i32:40000"]
;;! expect = { any = [
;;!   { trapped = "host-function", when = { afterTrap = "usable" } },
;;!   { rejected = "call", reason = "poisoned", when = { afterTrap = "poisoned" } },
;;! ] }
;;!
;;! [[step]]
;;! call   = "burn_and_fail"
;;! args   = ["i32:40000"]
;;! expect = { any = [
;;!   { limit = "fuel", when = { afterTrap = "usable" } },
;;!   { rejected = "call", reason = "poisoned", when = { afterTrap = "poisoned" } },
;;! ] }

(module
  (import "sandproof:test" "fail" (func $fail))
  (func (export "burn_and_fail") (param $n i32)
    (loop $again
      (local.set $n (i32.sub (local.get $n) (i32.const 1)))
      (br_if $again (local.get $n)))
    (call $fail)))
