;;! title    = "the end of a budget unwinds every guest frame, also those below a host function"
;;! level    = "must"
;;! spec     = "owed to every user of a sandbox: the end of a budget ends the whole call, not its innermost part"
;;! evidence = ["wasmtime tests/all/traps.rs test_trap_through_host"]
;;! row      = "cpu.deadline.survives-host-boundary"
;;! cpu      = { iterations = 10000, time = "60ms" }
;;! grants   = ["host-function:call-back", "host-function:log"]
;;! [[step]]
;;! call   = "run"
;;! expect = { limit = "cpu", output = { log = "" } }
(module
  (import "sandproof:test" "call-back" (func $call-back (param i32) (result i32)))
  (import "sandproof:test" "log" (func $log (param i32 i32)))
  (memory (export "memory") 1)
  (data (i32.const 0) "a frame went on")
  (func $descend (export "callback") (param $depth i32) (result i32)
    (if (i32.eqz (local.get $depth))
      (then (loop $again (br_if $again (i32.const 1)))))
    (drop (call $call-back (i32.sub (local.get $depth) (i32.const 1))))
    (call $log (i32.const 0) (i32.const 15))
    (i32.const 0))
  (func (export "run")
    (drop (call $descend (i32.const 4)))))
