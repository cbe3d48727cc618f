;;! title    = "a host call that would write more than its limit ends the guest before any byte is written"
;;! level    = "must"
;;! spec     = "owed to every user of a sandbox: a host copies no more for a guest than it was told to"
;;! evidence = ["wasmtime set_hostcall_fuel", "GHSA-852m"]
;;! row      = "ex.hostbuf.bytes-per-call"
;;! limits   = { hostcall-bytes = "64KiB" }
;;! grants   = ["host-function:fill"]
;;!
;;! [[step]]
;;! call   = "fill"
;;! args   = ["i32:65537"]
;;! expect = { any = [{ limit = "hostcall-bytes" }, { trapped = "host-function" }] }
;;!
;;! [[step]]
;;! call   = "first_byte"
;;! expect = { any = [
;;!   { returned = ["i32:0"], when = { afterTrap = "usable" } },
;;!   { rejected = "call", reason = "poisoned", when = { afterTrap = "poisoned" } },
;;! ] }

(module
  (import "sandproof:test" "fill" (func $fill (param i32 i32 i32)))
  (memory (export "memory") 2)
  (func (export "fill") (param $length i32)
    (call $fill (i32.const 0) (local.get $length) (i32.const 255)))
  (func (export "first_byte") (result i32)
    (i32.load8_u (i32.const 0))))
