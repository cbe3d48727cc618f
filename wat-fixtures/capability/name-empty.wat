;;! title    = "an empty name stands for no granted function, in either place"
;;! level    = "must"
;;! spec     = "core 3.0, syntax/values Names: a name is a sequence of characters, equal to itself and to nothing else"
;;! evidence = ["names are not required to have characters"]
;;! row      = "cap.import.name-exactness"
;;! grants   = ["host-function:add"]
;;! modules  = { field = "guests/imports-empty-field.wat" }
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
;;! instantiate = "field"
;;! expect      = { any = [
;;!   { rejected = "link" },
;;!   { done = true, when = { unknownImports = "trap-on-call" } },
;;! ] }
;;!
;;! [[step]]
;;! call   = "run"
;;! on     = "field"
;;! expect = { denied = "host-function" }
(module
  (import "" "add" (func $add (param i32 i32) (result i32)))
  (func (export "run") (drop (call $add (i32.const 1) (i32.const 2)))))
