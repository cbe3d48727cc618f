;;! title    = "what a host adds to a guest for its own use can be neither imported nor called"
;;! level    = "must"
;;! spec     = "owed to every user of a sandbox: a budget that a guest can reach is none"
;;! evidence = [
;;!   "Wasmer's metering: the balance is an exported mutable global",
;;!   "rules for any CPU limiter: the budget's state is not the guest's to write",
;;! ]
;;! row      = "cap.import.host-internal-namespace"
;;! requires = ["mutable-globals"]
;;! modules  = { metered = "guests/with-start.wat", wasmer = "guests/imports-wasmer-meter.wat", start = "guests/imports-start.wat" }
;;!
;;! [[step]]
;;! instantiate = "metered"
;;! group       = "pair"
;;!
;;! [[step]]
;;! instantiate = "main"
;;! group       = "pair"
;;! link        = { metered = "metered" }
;;! expect      = { rejected = "link" }
;;!
;;! [[step]]
;;! instantiate = "wasmer"
;;! group       = "pair"
;;! link        = { metered = "metered" }
;;! expect      = { rejected = "link" }
;;!
;;! [[step]]
;;! instantiate = "start"
;;! group       = "pair"
;;! link        = { metered = "metered" }
;;! expect      = { any = [
;;!   { rejected = "link" },
;;!   { done = true, when = { unknownImports = "trap-on-call" } },
;;! ] }
;;!
;;! [[step]]
;;! call   = "run"
;;! on     = "start"
;;! expect = { denied = "host-function" }
;;!
;;! [[step]]
;;! call   = "sandproof:start"
;;! on     = "metered"
;;! expect = { rejected = "call", reason = "no-such-export" }
;;!
;;! [[step]]
;;! call   = "starts"
;;! on     = "metered"
;;! expect = { returned = ["i32:1"] }

;; The names are those of meters that rewrite modules.
(module (import "metered" "sandproof:fuel" (global $fuel (mut i64))))
