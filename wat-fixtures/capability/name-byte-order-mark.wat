;;! title    = "a granted name behind a byte order mark is another name"
;;! level    = "must"
;;! spec     = "core 3.0, syntax/values Names: a name is a sequence of characters, equal to itself and to nothing else"
;;! evidence = ["the Encoding Standard: a decoder of UTF-8 drops a leading U+FEFF unless told not to"]
;;! row      = "cap.import.name-exactness"
;;! grants   = ["host-function:add"]
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
(module
  (import "sandproof:test" "\ef\bb\bfadd" (func $add (param i32 i32) (result i32)))
  (func (export "run") (drop (call $add (i32.const 1) (i32.const 2)))))
