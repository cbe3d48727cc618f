;;! title    = "output beyond the limit is not kept: it ends the guest, or is cut off and said to be"
;;! level    = "must"
;;! spec     = "owed to every user of a sandbox: what a guest writes is bounded by its limit, not by its patience"
;;! evidence = ["zwasm #158", "phoenix #13370", "librefang #3865", "64 bytes a call: fuel alone does not bound output"]
;;! row      = "ex.output.flood"
;;! requires = ["output"]
;;! limits   = { output = "64KiB" }
;;! grants   = ["host-function:log"]
;;! check    = "output-within-64-kib"
;;!
;;! [[step]]
;;! call   = "flood"
;;! expect = { any = [{ limit = "output" }, { returned = [] }] }

;; 20,000 lines of 64 bytes are twenty times the limit. The text is zeros, which are UTF-8 as well.
(module
  (import "sandproof:test" "log" (func $log (param i32 i32)))
  (memory (export "memory") 1)
  (func (export "flood") (local $left i32)
    (local.set $left (i32.const 20000))
    (loop $again
      (call $log (i32.const 0) (i32.const 64))
      (br_if $again (local.tee $left (i32.sub (local.get $left) (i32.const 1)))))))
