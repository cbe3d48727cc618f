;;! title    = "nothing of the guest runs behind its exit, not even behind exit 0"
;;! level    = "must"
;;! spec     = "docs/protocol.md, test function exit; WASI preview 1, proc_exit"
;;! evidence = ["nodejs/node 75c1d1b: the default of returnOnExit was turned round"]
;;! row      = "crash.exit.does-not-kill-host"
;;! grants   = ["host-function:exit", "host-function:log"]
;;! [[step]]
;;! call   = "run"
;;! expect = { exited = 0, output = { log = "before" } }
(module
  (import "sandproof:test" "exit" (func $exit (param i32)))
  (import "sandproof:test" "log" (func $log (param i32 i32)))
  (memory (export "memory") 1)
  (data (i32.const 0) "before, behind")
  (func $leave (call $exit (i32.const 0)))
  (func (export "run")
    (call $log (i32.const 0) (i32.const 6))
    (call $leave)
    (call $log (i32.const 6) (i32.const 8))))
