;;! title    = "a trap behind a host function ends the guest in front of it as well"
;;! level    = "must"
;;! spec     = "owed to every user of a sandbox: what trapped is not taken for a result"
;;! evidence = ["wasmtime tests/all/traps.rs test_trap_through_host"]
;;! row      = "crash.trap.through-host-frames"
;;! grants   = ["host-function:call-back"]
;;! [[step]]
;;! call   = "run"
;;! expect = { any = [{ trapped = "integer-divide-by-zero" }, { trapped = "host-function" }] }
;; Three guests deep. A host function that handled the trap itself would return, and the outer guests with it.
(module
  (import "sandproof:test" "call-back" (func $call_back (param i32) (result i32)))
  (func (export "callback") (param $left i32) (result i32)
    (if (result i32) (local.get $left)
      (then (call $call_back (i32.sub (local.get $left) (i32.const 1))))
      (else (i32.div_u (i32.const 1) (local.get $left)))))
  (func (export "run") (drop (call $call_back (i32.const 2)))))
