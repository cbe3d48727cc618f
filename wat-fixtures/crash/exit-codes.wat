;;! title    = "a guest's exit code is reported as it is, zero and those that shells give a meaning included"
;;! level    = "must"
;;! spec     = "docs/protocol.md, test function exit; WASI preview 1, proc_exit"
;;! evidence = ["wasmtime tests/all/cli_tests exit125, exit126", "wasi-testsuite proc_exit"]
;;! row      = "crash.exit.code-propagation"
;;! grants   = ["host-function:exit"]
;;! [[step]]
;;! instantiate = "main"
;;! [[step]]
;;! call   = "leave"
;;! args   = ["i32:0"]
;;! expect = { exited = 0 }
;;! [[step]]
;;! drop = "main"
;;! [[step]]
;;! instantiate = "main"
;;! [[step]]
;;! call   = "leave"
;;! args   = ["i32:1"]
;;! expect = { exited = 1 }
;;! [[step]]
;;! drop = "main"
;;! [[step]]
;;! instantiate = "main"
;;! [[step]]
;;! call   = "leave"
;;! args   = ["i32:42"]
;;! expect = { exited = 42 }
;;! [[step]]
;;! drop = "main"
;;! [[step]]
;;! instantiate = "main"
;;! [[step]]
;;! call   = "leave"
;;! args   = ["i32:125"]
;;! expect = { exited = 125 }
;;! [[step]]
;;! drop = "main"
;;! [[step]]
;;! instantiate = "main"
;;! [[step]]
;;! call   = "leave"
;;! args   = ["i32:126"]
;;! expect = { exited = 126 }
;;! [[step]]
;;! drop = "main"
;;! [[step]]
;;! instantiate = "main"
;;! [[step]]
;;! call   = "leave"
;;! args   = ["i32:127"]
;;! expect = { exited = 127 }
;;! [[step]]
;;! drop = "main"
;;! [[step]]
;;! instantiate = "main"
;;! [[step]]
;;! call   = "leave"
;;! args   = ["i32:128"]
;;! expect = { exited = 128 }
;;! [[step]]
;;! drop = "main"
;;! [[step]]
;;! instantiate = "main"
;;! [[step]]
;;! call   = "leave"
;;! args   = ["i32:134"]
;;! expect = { exited = 134 }
;;! [[step]]
;;! drop = "main"
;;! [[step]]
;;! instantiate = "main"
;;! [[step]]
;;! call   = "leave"
;;! args   = ["i32:255"]
;;! expect = { exited = 255 }
(module
  (import "sandproof:test" "exit" (func $exit (param i32)))
  (func (export "leave") (param i32) (call $exit (local.get 0))))
