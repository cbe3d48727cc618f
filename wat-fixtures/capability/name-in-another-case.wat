;;! title    = "a granted name in other letter case is another name, of a module as of a function"
;;! level    = "must"
;;! spec     = "core 3.0, syntax/values Names: a name is a sequence of characters, equal to itself and to nothing else"
;;! evidence = ["CWA-2022-002: casing that was not normalised before it was compared"]
;;! row      = "cap.import.name-exactness"
;;! grants   = ["host-function:add"]
;;! modules  = { module = "guests/imports-module-in-another-case.wat" }
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
  (import "sandproof:test" "ADD" (func $add (param i32 i32) (result i32)))
  (func (export "run") (drop (call $add (i32.const 1) (i32.const 2)))))
