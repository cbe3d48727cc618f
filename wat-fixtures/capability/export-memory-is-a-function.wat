;;! title    = "a function exported as 'memory' is not taken for the guest's memory"
;;! level    = "must"
;;! spec     = "owed to every user of a sandbox: an export is what its kind says, not what its name suggests"
;;! evidence = ["wazero: DoesntEnforce_Start", "host protocol, log: reads from the guest's exported memory"]
;;! row      = "cap.export.reserved-name-collision"
;;! grants   = ["host-function:log"]
;;!
;;! [[step]]
;;! instantiate = "main"
;;!
;;! [[step]]
;;! call   = "say"
;;! expect = { trapped = "host-function", output = { log = "" } }
;;!
;;! [[step]]
;;! instantiate = "main"
;;! as          = "second"
;;!
;;! [[step]]
;;! call   = "memory"
;;! on     = "second"
;;! expect = { returned = ["i32:7"] }

;; There is a memory with the text in it; it has no name.
(module
  (import "sandproof:test" "log" (func $log (param i32 i32)))
  (memory 1)
  (data (i32.const 0) "private")
  (func (export "memory") (result i32) (i32.const 7))
  (func (export "say") (call $log (i32.const 0) (i32.const 7))))
