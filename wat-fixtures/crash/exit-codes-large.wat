;;! title    = "a guest's exit code is reported as it is, even where no process could have it"
;;! level    = "should"
;;! spec     = "docs/protocol.md, exitCode is an unsigned 32-bit number"
;;! evidence = ["wazero reserves 0xefffffff and 0xffffffff for itself", "wasi-testsuite proc_exit"]
;;! row      = "crash.exit.code-propagation"
;;! grants   = ["host-function:exit"]
;;! [[step]]
;;! instantiate = "main"
;;! [[step]]
;;! call   = "leave"
;;! args   = ["i32:256"]
;;! expect = { exited = 256 }
;;! [[step]]
;;! drop = "main"
;;! [[step]]
;;! instantiate = "main"
;;! [[step]]
;;! call   = "leave"
;;! args   = ["i32:2147483648"]
;;! expect = { exited = 2147483648 }
;;! [[step]]
;;! drop = "main"
;;! [[step]]
;;! instantiate = "main"
;;! [[step]]
;;! call   = "leave"
;;! args   = ["i32:4026531839"]
;;! expect = { exited = 4026531839 }
;;! [[step]]
;;! drop = "main"
;;! [[step]]
;;! instantiate = "main"
;;! [[step]]
;;! call   = "leave"
;;! args   = ["i32:4294967295"]
;;! expect = { exited = 4294967295 }
(module
  (import "sandproof:test" "exit" (func $exit (param i32)))
  (func (export "leave") (param i32) (call $exit (local.get 0))))
