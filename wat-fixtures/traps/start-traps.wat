;;! title    = "a trap in the start function fails the instantiation"
;;! level    = "must"
;;! spec     = "core 3.0, exec/modules instantiation"
;;! evidence = ["wasmtime tests/all/traps.rs start_trap_pretty"]
;;! row      = "crash.trap.in-start"
;;! grants   = ["host-function:nop"]
;;! [[step]]
;;! instantiate = "main"
;;! expect      = { trapped = "integer-divide-by-zero", phase = "start" }
(module
  (import "sandproof:test" "nop" (func $nop))
  (global $zero (mut i32) (i32.const 0))
  (func $start
    (call $nop)
    (drop (i32.div_s (i32.const 1) (global.get $zero))))
  (func (export "run"))
  (start $start))
