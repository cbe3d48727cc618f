;;! title    = "no handler of the guest runs for its exit"
;;! level    = "must"
;;! spec     = "docs/protocol.md, test function exit; WASI preview 1, proc_exit does not return"
;;! evidence = ["Node 20: an exit made of a JavaScript exception is swallowed by catch_all"]
;;! row      = "crash.exit.not-catchable"
;;! requires = ["exceptions"]
;;! grants   = ["host-function:exit"]
;;! [[step]]
;;! call   = "run"
;;! expect = { exited = 3 }
(module
  (import "sandproof:test" "exit" (func $exit (param i32)))
  (func (export "run")
    (block $caught
      (try_table (catch_all $caught) (call $exit (i32.const 3))))))
