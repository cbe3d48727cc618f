;;! title    = "a charge of -1 does not give fuel: it is 2^64-1, or refused"
;;! level    = "must"
;;! spec     = "JS-API, ToJSValue: an i32 becomes a signed number; owed to every user of a sandbox: addresses are unsigned"
;;! evidence = ["a guest that can name a negative amount mints fuel", "wasmtime huge_table64_grow_cannot_mint_fuel"]
;;! row      = "js.value.signedness"
;;! limits   = { fuel = "calibrated:10000" }
;;! grants   = ["host-function:charge"]
;;!
;;! [[step]]
;;! call   = "mint"
;;! expect = { any = [{ limit = "fuel" }, { trapped = "host-function" }] }
;;!
;;! [[step]]
;;! call   = "spin"
;;! expect = { any = [{ limit = "fuel" }, { rejected = "call", reason = ["poisoned", "closed"] }] }

(module
  (import "sandproof:test" "charge" (func $charge (param i64)))
  (func (export "mint")
    (call $charge (i64.const -1000000000000)))
  (func (export "spin") (local $left i32)
    (local.set $left (i32.const 100000))
    (loop $again
      (br_if $again (local.tee $left (i32.sub (local.get $left) (i32.const 1)))))))
