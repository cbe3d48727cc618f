;;! title    = "a granted name with a blank behind or before it is another name"
;;! level    = "must"
;;! spec     = "core 3.0, syntax/values Names: a name is a sequence of characters, equal to itself and to nothing else"
;;! evidence = ["CWA-2022-002: names that were compared without being exact"]
;;! row      = "cap.import.name-exactness"
;;! grants   = ["host-function:add"]
;;! modules  = { module = "guests/imports-module-with-blank.wat" }
;;!
;;! [[step]]
;;! instantiate = "main"
;;! expect      = { any = [
;;!   { rejected = "link" },
;;!   { done = true, when = { unknownImports = "trap-on-call" } },
;;! ] }
;;!
;;! [[step]]
;;! call   = "run"
;;! expect = { denied = "host-function" }
;;!
;;! [[step]]
;;! instantiate = "module"
;;! expect      = { any = [
;;!   { rejected = "link" },
;;!   { done = true, when = { unknownImports = "trap-on-call" } },
;;! ] }
;;!
;;! [[step]]
;;! call   = "run"
;;! on     = "module"
;;! expect = { denied = "host-function" }
(module
  (import "sandproof:test" "add " (func $add (param i32 i32) (result i32)))
  (func (export "run") (drop (call $add (i32.const 1) (i32.const 2)))))
