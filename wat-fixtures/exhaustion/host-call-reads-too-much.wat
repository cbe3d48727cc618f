;;! title    = "a host call that reads one byte more than its limit ends the guest; one within the limit works"
;;! level    = "must"
;;! spec     = "owed to every user of a sandbox: a host copies no more for a guest than it was told to"
;;! evidence = ["wasmtime set_hostcall_fuel", "GHSA-852m", "wasmtime p1_cli_hostcall_fuel, big iovecs"]
;;! row      = "ex.hostbuf.bytes-per-call"
;;! limits   = { hostcall-bytes = "64KiB" }
;;! grants   = ["host-function:log"]
;;!
;;! [[step]]
;;! call   = "read"
;;! args   = ["i32:65536"]
;;! expect = { returned = [] }
;;!
;;! [[step]]
;;! call   = "read"
;;! args   = ["i32:65537"]
;;! expect = { any = [{ limit = "hostcall-bytes" }, { trapped = "host-function" }] }

(module
  (import "sandproof:test" "log" (func $log (param i32 i32)))
  (memory (export "memory") 2)
  (func (export "read") (param $length i32)
    (call $log (i32.const 0) (local.get $length))))
