;;! title    = "a guest whose host took all its fuel stops at the next check"
;;! level    = "should"
;;! spec     = "owed to every user of a sandbox that meters: host functions can charge for what they do"
;;! evidence = ["wasmtime tests/all/fuel.rs, host_function_consumes_all"]
;;! row      = "cpu.fuel.host-can-charge"
;;! limits   = { fuel = "calibrated:1000000" }
;;! grants   = ["host-function:charge"]
;;! [[step]]
;;! instantiate = "main"
;;! [[step]]
;;! call   = "charge_and_burn"
;;! args   = ["i64:0x3fffffffffffffff"]
;;! expect = { limit = "fuel" }
;;! [[step]]
;;! instantiate = "main"
;;! as          = "other"
;;! [[step]]
;;! call   = "charge_and_burn"
;;! on     = "other"
;;! args   = ["i64:-1"]
;;! expect = { limit = "fuel" }
(module
  (import "sandproof:test" "charge" (func $charge (param i64)))
  (func $burn (export "burn") (param $n i32)
    (loop $again
      (local.set $n (i32.sub (local.get $n) (i32.const 1)))
      (br_if $again (local.get $n))))
  ;; Less than the whole balance, were it not for the charge.
  (func (export "charge_and_burn") (param i64)
    (call $charge (local.get 0))
    (call $burn (i32.const 10000))))
