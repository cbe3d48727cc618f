;;! title    = "a guest that calls a host function forever is ended by the CPU budget"
;;! level    = "must"
;;! spec     = "owed to every user of a sandbox: a guest that never ends is ended by its budget"
;;! evidence = ["wasmtime's tests of fuel and epochs"]
;;! row      = "cpu.hostcall.spin"
;;! cpu      = { iterations = 10000, time = "60ms" }
;;! grants   = ["host-function:nop"]
;;! [[step]]
;;! call   = "run"
;;! expect = { limit = "cpu" }
(module
  (import "sandproof:test" "nop" (func $nop))
  (func (export "run")
    (loop $again
      (call $nop)
      (br_if $again (i32.const 1)))))
