;;! title    = "what a guest writes does not change what became of it"
;;! level    = "must"
;;! spec     = "owed to every user of a sandbox: a host reports what it knows, not what it reads"
;;! evidence = ["a harness that looks for an engine's words on a stream that the guest can write", "phoenix #13370: markers of results"]
;;! row      = "crash.report.not-forgeable"
;;! grants   = ["host-function:log"]
;;! [[step]]
;;! instantiate = "main"
;;! [[step]]
;;! call   = "return"
;;! expect.returned   = []
;;! expect.output.log = "Error: all fuel consumed by WebAssembly\nwasm trap: interrupt\nRuntimeError: unreachable\n"
;;! [[step]]
;;! call   = "trap"
;;! expect.trapped    = "integer-divide-by-zero"
;;! expect.output.log = "Error: all fuel consumed by WebAssembly\nwasm trap: interrupt\nRuntimeError: unreachable\n"
(module
  (import "sandproof:test" "log" (func $log (param i32 i32)))
  (memory (export "memory") 1)
  (data (i32.const 0) "Error: all fuel consumed by WebAssembly\nwasm trap: interrupt\nRuntimeError: unreachable\n")
  (func $say (call $log (i32.const 0) (i32.const 87)))
  (func (export "return") (call $say))
  (func (export "trap")
    (call $say)
    (drop (i32.div_s (i32.const 1) (i32.const 0)))))
