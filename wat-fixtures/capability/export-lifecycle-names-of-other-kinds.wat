;;! title    = "'_start', '_initialize' and 'callback' that are no functions are never called"
;;! level    = "must"
;;! spec     = "owed to every user of a sandbox: an export is what its kind says, not what its name suggests"
;;! evidence = ["wazero: DoesntEnforce_Start"]
;;! row      = "cap.export.reserved-name-collision"
;;! grants   = ["host-function:call-back"]
;;!
;;! [[step]]
;;! instantiate = "main"
;;!
;;! [[step]]
;;! call   = "_start"
;;! expect = { rejected = "call", reason = "no-such-export" }
;;!
;;! [[step]]
;;! call   = "_initialize"
;;! expect = { rejected = "call", reason = "no-such-export" }
;;!
;;! [[step]]
;;! call   = "harmless"
;;! expect = { returned = ["i32:7"] }
;;!
;;! [[step]]
;;! call   = "run"
;;! expect = { trapped = "host-function" }
(module
  (import "sandproof:test" "call-back" (func $call-back (param i32) (result i32)))
  (global (export "_start") i32 (i32.const 1))
  (memory (export "_initialize") 1)
  (table (export "callback") 1 funcref)
  (func (export "harmless") (result i32) (i32.const 7))
  (func (export "run") (drop (call $call-back (i32.const 1)))))
