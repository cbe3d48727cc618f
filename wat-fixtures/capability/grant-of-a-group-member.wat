;;! title    = "a grant of one member of a group is no grant of the others, though they share a store"
;;! level    = "must"
;;! spec     = "host protocol, grants: belong to the instantiation that lists them"
;;! evidence = ["wazero FSConfig: scoped to a module's instance", "wasmtime linker tests: module_interposition"]
;;! row      = "cap.grant.per-instance"
;;! requires = ["host-function:add"]
;;!
;;! [[step]]
;;! instantiate = "main"
;;! group       = "pair"
;;! grants      = ["host-function:add"]
;;!
;;! [[step]]
;;! instantiate = "main"
;;! as          = "beside"
;;! group       = "pair"
;;! grants      = []
;;! expect      = { any = [
;;!   { rejected = "link" },
;;!   { done = true, when = { unknownImports = "trap-on-call" } },
;;! ] }
;;!
;;! [[step]]
;;! call   = "run"
;;! on     = "beside"
;;! expect = { denied = "host-function" }
;;!
;;! [[step]]
;;! call   = "run"
;;! expect = { returned = ["i32:42"] }
(module
  (import "sandproof:test" "add" (func $add (param i32 i32) (result i32)))
  (func (export "run") (result i32) (call $add (i32.const 20) (i32.const 22))))
