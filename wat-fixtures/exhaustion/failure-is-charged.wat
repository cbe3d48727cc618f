;;! title    = "fuel that was burnt before a host function failed stays burnt"
;;! level    = "must"
;;! spec     = "owed to every user of a sandbox: a failure of the host's does not lose the account"
;;! evidence = ["CWA-2024-008", "wasmtime #13802"]
;;! row      = "ex.panic-skips-accounting"
;;! limits   = { fuel = "calibrated:100000" }
;;! grants   = ["host-function:fail"]
;;!
;;! [[step]]
;;! call   = "burn_and_fail"
;;! args   = ["i32:40000"]
;;! expect = { trapped = "host-function", usage = { fuel-used = { min = "calibrated:30000" }, fuel-left = { max = "calibrated:70000" } } }

(module
  (import "sandproof:test" "fail" (func $fail))
  (func (export "burn_and_fail") (param $n i32)
    (loop $again
      (local.set $n (i32.sub (local.get $n) (i32.const 1)))
      (br_if $again (local.get $n)))
    (call $fail)))
