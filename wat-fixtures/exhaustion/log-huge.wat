;;! title    = "one write of 32 MiB is held to a limit of 64 KiB like many small ones"
;;! level    = "must"
;;! spec     = "owed to every user of a sandbox: what a guest writes is bounded by its limit, not by its patience"
;;! evidence = ["wasmtime p1_cli_hostcall_fuel, big iovecs", "a limit that is looked at after the write lets any write through"]
;;! row      = "ex.output.single-huge-write"
;;! requires = ["output"]
;;! limits   = { output = "64KiB", memory = "32MiB" }
;;! grants   = ["host-function:log"]
;;! check    = "output-within-64-kib"
;;!
;;! [[step]]
;;! call   = "write"
;;! expect = { any = [{ limit = ["output", "hostcall-bytes"] }, { returned = [] }] }

(module
  (import "sandproof:test" "log" (func $log (param i32 i32)))
  (memory (export "memory") 512)
  (func (export "write")
    (call $log (i32.const 0) (i32.const 33554432))))
