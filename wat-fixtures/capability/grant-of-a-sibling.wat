;;! title    = "a grant is one sandbox's: another one made of the same module, before or after, has nothing of it"
;;! level    = "must"
;;! spec     = "host protocol, grants: belong to the instantiation that lists them"
;;! evidence = ["wazero FSConfig: scoped to a module's instance"]
;;! row      = "cap.grant.per-instance"
;;! requires = ["host-function:add"]
;;!
;;! [[step]]
;;! instantiate = "main"
;;! as          = "before"
;;! grants      = []
;;! expect      = { any = [
;;!   { rejected = "link" },
;;!   { done = true, when = { unknownImports = "trap-on-call" } },
;;! ] }
;;!
;;! [[step]]
;;! instantiate = "main"
;;! grants      = ["host-function:add"]
;;!
;;! [[step]]
;;! instantiate = "main"
;;! as          = "after"
;;! grants      = []
;;! expect      = { any = [
;;!   { rejected = "link" },
;;!   { done = true, when = { unknownImports = "trap-on-call" } },
;;! ] }
;;!
;;! [[step]]
;;! call   = "run"
;;! on     = "before"
;;! expect = { denied = "host-function" }
;;!
;;! [[step]]
;;! call   = "run"
;;! on     = "after"
;;! expect = { denied = "host-function" }
;;!
;;! [[step]]
;;! call   = "run"
;;! expect = { returned = ["i32:42"] }
(module
  (import "sandproof:test" "add" (func $add (param i32 i32) (result i32)))
  (func (export "run") (result i32) (call $add (i32.const 20) (i32.const 22))))
