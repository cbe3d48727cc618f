;;! title    = "what a host says of a guest's end names no file of the host's and no frame of its stack"
;;! level    = "should"
;;! spec     = "owed to every user of a sandbox: an error's text may reach the guest's author"
;;! evidence = ["CWA-2021-003: stack traces in errors"]
;;! row      = "cap.error.no-host-leak"
;;! requires = ["host-function:fail"]
;;! check    = "no-host-paths"
;;! modules  = { env = "guests/imports-env.wat" }
;;!
;;! [[step]]
;;! instantiate = "main"
;;! grants      = ["host-function:fail"]
;;!
;;! [[step]]
;;! call   = "ask"
;;! expect = { trapped = "*" }
;;!
;;! [[step]]
;;! instantiate = "main"
;;! as          = "second"
;;! grants      = ["host-function:fail"]
;;!
;;! [[step]]
;;! call   = "trap"
;;! on     = "second"
;;! expect = { trapped = "*" }
;;!
;;! [[step]]
;;! instantiate = "env"
;;! expect      = { any = [
;;!   { rejected = "link" },
;;!   { done = true, when = { unknownImports = "trap-on-call" } },
;;! ] }
;;!
;;! [[step]]
;;! call   = "nobody"
;;! on     = "second"
;;! expect = { rejected = "call" }
(module
  (import "sandproof:test" "fail" (func $fail))
  (func (export "ask") (call $fail))
  (func (export "trap") unreachable))
