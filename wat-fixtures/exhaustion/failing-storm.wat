;;! title    = "a host function that fails 100 times is 100 traps, and leaves nothing behind"
;;! level    = "should"
;;! spec     = "owed to every user of a sandbox: failures cost the host nothing that lasts"
;;! evidence = ["extism test_fuel: 10,001 failing calls", "envoy #36456: a failure for each request"]
;;! row      = "ex.panic-skips-accounting"
;;! grants   = ["host-function:fail"]
;;!
;;! [[step]]
;;! call   = "fail"
;;! repeat = 100
;;! expect = { any = [
;;!   { trapped = "host-function" },
;;!   { rejected = "call", reason = "poisoned", when = { afterTrap = "poisoned" } },
;;! ] }

(module
  (import "sandproof:test" "fail" (func $fail))
  (func (export "fail")
    (call $fail)))
