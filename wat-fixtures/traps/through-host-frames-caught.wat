;;! title    = "no handler of the guest runs for a trap that came through a host function"
;;! level    = "must"
;;! spec     = "core 3.0, exec/runtime exceptions: a trap is no exception"
;;! evidence = ["wasmtime tests/all/traps.rs test_trap_through_host", "JavaScript: what the host function throws anew can be caught"]
;;! row      = "crash.trap.through-host-frames"
;;! requires = ["exceptions"]
;;! grants   = ["host-function:call-back"]
;;! [[step]]
;;! call   = "run"
;;! expect = { any = [{ trapped = "integer-divide-by-zero" }, { trapped = "host-function" }] }
(module
  (import "sandproof:test" "call-back" (func $call_back (param i32) (result i32)))
  (func (export "callback") (param $zero i32) (result i32)
    (i32.div_u (i32.const 1) (local.get $zero)))
  (func (export "run")
    (block $caught
      (try_table (catch_all $caught) (drop (call $call_back (i32.const 0)))))))
