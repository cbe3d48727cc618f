;;! title    = "a guest that needs half its time is not ended early, with three others beside it"
;;! level    = "must"
;;! spec     = "owed to every user of a sandbox: a budget is not taken away because others have one too"
;;! evidence = ["eryx #349: each guest under way made the clock tick faster for all"]
;;! row      = "cpu.deadline.not-early"
;;! limits   = { time = "300ms" }
;;! grants   = ["host-function:sleep"]
;;! [[step]]
;;! instantiate = "main"
;;! as          = "a"
;;! [[step]]
;;! instantiate = "main"
;;! as          = "b"
;;! [[step]]
;;! instantiate = "main"
;;! as          = "c"
;;! [[step]]
;;! instantiate = "main"
;;! as          = "d"
;;! [[step]]
;;! parallel = [
;;!   { call = "nap", on = "a", expect = { returned = [] } },
;;!   { call = "nap", on = "b", expect = { returned = [] } },
;;!   { call = "nap", on = "c", expect = { returned = [] } },
;;!   { call = "nap", on = "d", expect = { returned = [] } },
;;! ]
(module
  (import "sandproof:test" "sleep" (func $sleep (param i64)))
  ;; Sleeping takes no processor: on a busy machine it does not last longer than it says.
  (func (export "nap") (call $sleep (i64.const 150))))
