;;! title    = "a grant of one function is no grant of another one in the same module"
;;! level    = "must"
;;! spec     = "host protocol, grants: nothing is granted that is not listed"
;;! evidence = ["wasmtime linker.rs: link_undefined"]
;;! row      = "cap.import.ungranted-rejected"
;;! requires = ["host-function:nop"]
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
  (import "sandproof:test" "add" (func $add (param i32 i32) (result i32)))
  (import "sandproof:test" "nop" (func $nop))
  (func (export "run")
    (drop (call $add (i32.const 1) (i32.const 2)))
    (call $nop)))
