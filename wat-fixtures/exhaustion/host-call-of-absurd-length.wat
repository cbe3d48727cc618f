;;! title    = "a host makes no buffer of the length that a guest names: 2^32-1 bytes are refused, call after call"
;;! level    = "must"
;;! spec     = "owed to every user of a sandbox: what a host allocates is bounded by what is there, not by what a guest says"
;;! evidence = ["GHSA-852m", "wasmtime p2_cli_hostcall_fuel: the host should not allocate based on what the guest asks for"]
;;! row      = "ex.hostbuf.guest-sized-alloc"
;;! grants   = ["host-function:log"]
;;!
;;! [[step]]
;;! call   = "read"
;;! repeat = 50
;;! expect = { any = [
;;!   { trapped = "host-function" },
;;!   { limit = "hostcall-bytes" },
;;!   { rejected = "call", reason = "poisoned", when = { afterTrap = "poisoned" } },
;;! ] }

(module
  (import "sandproof:test" "log" (func $log (param i32 i32)))
  (memory (export "memory") 1)
  (func (export "read")
    (call $log (i32.const 0) (i32.const -1))))
