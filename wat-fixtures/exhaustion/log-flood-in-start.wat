;;! title    = "the limit of output holds while the start function runs"
;;! level    = "must"
;;! spec     = "owed to every user of a sandbox: what a guest writes is bounded by its limit, not by its patience"
;;! evidence = ["librefang #3865", "limits that a host sets up after instantiation do not hold there"]
;;! row      = "ex.output.flood"
;;! requires = ["output"]
;;! limits   = { output = "64KiB" }
;;! grants   = ["host-function:log"]
;;! check    = "output-within-64-kib"
;;!
;;! [[step]]
;;! instantiate = "main"
;;! expect      = { any = [{ limit = "output", phase = "start" }, { done = true }] }

(module
  (import "sandproof:test" "log" (func $log (param i32 i32)))
  (memory (export "memory") 1)
  (func $flood (local $left i32)
    (local.set $left (i32.const 200))
    (loop $again
      (call $log (i32.const 0) (i32.const 1024))
      (br_if $again (local.tee $left (i32.sub (local.get $left) (i32.const 1))))))
  (start $flood))
