;;! title    = "a granted module and function name divided at another place are other names"
;;! level    = "must"
;;! spec     = "core 3.0, syntax/values Names: a name is a sequence of characters, equal to itself and to nothing else"
;;! evidence = ["hosts that look an import up by both names written as one"]
;;! row      = "cap.import.name-exactness"
;;! grants   = ["host-function:add"]
;;! modules  = { dot = "guests/imports-name-in-one.wat", nul = "guests/imports-name-in-one-by-nul.wat" }
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
;;! instantiate = "dot"
;;! expect      = { any = [
;;!   { rejected = "link" },
;;!   { done = true, when = { unknownImports = "trap-on-call" } },
;;! ] }
;;!
;;! [[step]]
;;! call   = "run"
;;! on     = "dot"
;;! expect = { denied = "host-function" }
;;!
;;! [[step]]
;;! instantiate = "nul"
;;! expect      = { any = [
;;!   { rejected = "link" },
;;!   { done = true, when = { unknownImports = "trap-on-call" } },
;;! ] }
;;!
;;! [[step]]
;;! call   = "run"
;;! on     = "nul"
;;! expect = { denied = "host-function" }
(module
  (import "sandproof" ":testadd" (func $add (param i32 i32) (result i32)))
  (func (export "run") (drop (call $add (i32.const 1) (i32.const 2)))))
