;;! title    = "a host function called where the stack is nearly used up has room, or ends the guest cleanly"
;;! level    = "must"
;;! spec     = "owed to every user of a sandbox: a guest does not end its host"
;;! evidence = ["wasmtime tests/all/stack_overflow.rs host_always_has_some_stack"]
;;! row      = "crash.stack.host-import-near-limit"
;;! grants   = ["host-function:add"]
;;! [[step]]
;;! call   = "run"
;;! expect = { any = [{ limit = "stack" }, { trapped = "host-function" }] }
(module
  (import "sandproof:test" "add" (func $add (param i32 i32) (result i32)))
  (func $recurse (param i32) (result i32)
    (i32.add (i32.const 1) (call $recurse (call $add (local.get 0) (i32.const 1)))))
  (func (export "run") (drop (call $recurse (i32.const 0)))))
