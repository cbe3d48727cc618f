;;! title    = "a guest may exit with any code: none stands for a deadline or a cancellation"
;;! level    = "must"
;;! spec     = "host protocol, outcome: exitCode is any unsigned number of 32 bits"
;;! evidence = ["wazero sys/error.go reserves 0xffffffff and 0xefffffff"]
;;! row      = "cpu.cancel.distinct-code"
;;! grants   = ["host-function:exit"]
;;! [[step]]
;;! instantiate = "main"
;;! as          = "a"
;;! [[step]]
;;! call   = "leave"
;;! on     = "a"
;;! args   = ["i32:0xffffffff"]
;;! expect = { exited = 4294967295 }
;;! [[step]]
;;! instantiate = "main"
;;! as          = "b"
;;! [[step]]
;;! call   = "leave"
;;! on     = "b"
;;! args   = ["i32:0xefffffff"]
;;! expect = { exited = 4026531839 }
;;! [[step]]
;;! instantiate = "main"
;;! as          = "c"
;;! [[step]]
;;! call   = "leave"
;;! on     = "c"
;;! args   = ["i32:124"]
;;! expect = { exited = 124 }
(module
  (import "sandproof:test" "exit" (func $exit (param i32)))
  (func (export "leave") (param i32) (call $exit (local.get 0))))
