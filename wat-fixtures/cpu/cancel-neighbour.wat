;;! title    = "cancelling one call leaves a neighbour's alone"
;;! level    = "must"
;;! spec     = "owed to every user of a sandbox: sandboxes that share nothing do not end each other"
;;! evidence = ["librefang #3864"]
;;! row      = "cpu.cancel.explicit"
;;! grants   = ["host-function:sleep"]
;;! [[step]]
;;! instantiate = "main"
;;! [[step]]
;;! instantiate = "main"
;;! as          = "patient"
;;! [[step]]
;;! parallel = [
;;!   { call = "nap", on = "patient", expect = { returned = ["i32:42"] } },
;;!   { call = "spin", expect = { cancelled = true } },
;;!   { cancel = "main" },
;;! ]
(module
  (import "sandproof:test" "sleep" (func $sleep (param i64)))
  (func (export "nap") (result i32)
    (call $sleep (i64.const 100))
    (i32.const 42))
  (func (export "spin")
    (loop $again (br_if $again (i32.const 1)))))
