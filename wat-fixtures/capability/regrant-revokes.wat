;;! title    = "a grant that is taken back ends the next call of its function as denied, until it is given again"
;;! level    = "should"
;;! spec     = "host protocol, regrant"
;;! evidence = ["revocation while a guest is running, which harnesses of capability systems try"]
;;! row      = "cap.handle.revocation"
;;! grants   = ["host-function:add", "host-function:nop"]
;;!
;;! [[step]]
;;! instantiate = "main"
;;!
;;! [[step]]
;;! call   = "use"
;;! expect = { returned = ["i32:42"] }
;;!
;;! [[step]]
;;! regrant = "main"
;;! remove  = ["host-function:add"]
;;!
;;! [[step]]
;;! call   = "use-the-other"
;;! expect = { returned = [] }
;;!
;;! [[step]]
;;! call   = "use"
;;! expect = { denied = "host-function" }
;;!
;;! [[step]]
;;! regrant = "main"
;;! add     = ["host-function:add"]
;;!
;;! [[step]]
;;! call   = "use"
;;! expect = { any = [
;;!   { returned = ["i32:42"] },
;;!   { rejected = "call", reason = "poisoned", when = { afterTrap = "poisoned" } },
;;! ] }
(module
  (import "sandproof:test" "add" (func $add (param i32 i32) (result i32)))
  (import "sandproof:test" "nop" (func $nop))
  (func (export "use") (result i32) (call $add (i32.const 20) (i32.const 22)))
  (func (export "use-the-other") (call $nop)))
