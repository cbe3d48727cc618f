;;! title    = "no message about a failing guest names a path of the host's"
;;! level    = "should"
;;! spec     = "owed to every user of a sandbox: what a guest's owner may read says nothing about the machine"
;;! evidence = ["CWA-2021-003: stack traces in errors", "Error.stack has the paths of all scripts"]
;;! row      = "js.error.stack-leak"
;;! grants   = ["host-function:fail", "host-function:log"]
;;! modules  = { second = "messages-without-host-paths-link.wat" }
;;! check    = "no-host-paths"
;;!
;;! [[step]]
;;! instantiate = "main"
;;!
;;! [[step]]
;;! call   = "trap"
;;! expect = { trapped = "unreachable" }
;;!
;;! [[step]]
;;! call   = "fail"
;;! expect = { any = [{ trapped = "host-function" }, { rejected = "call", reason = "poisoned" }] }
;;!
;;! [[step]]
;;! call   = "beyond"
;;! expect = { any = [{ trapped = "host-function" }, { rejected = "call", reason = "poisoned" }] }
;;!
;;! [[step]]
;;! call   = "deep"
;;! expect = { any = [{ limit = ["stack", "fuel", "time"] }, { rejected = "call", reason = "poisoned" }] }
;;!
;;! [[step]]
;;! call   = "nobody"
;;! expect = { rejected = "call" }
;;!
;;! [[step]]
;;! instantiate = "second"
;;! expect      = { rejected = "link" }

(module
  (import "sandproof:test" "fail" (func $fail))
  (import "sandproof:test" "log" (func $log (param i32 i32)))
  (memory (export "memory") 1)
  (func (export "trap")
    unreachable)
  (func (export "fail")
    (call $fail))
  (func (export "beyond")
    (call $log (i32.const -1) (i32.const 1)))
  (func $deep (export "deep")
    (call $deep)
    (call $deep)))
