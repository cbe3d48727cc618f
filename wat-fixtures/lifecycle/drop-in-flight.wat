;;! title    = "dropping a sandbox while it runs ends its call as cancelled, and its memory is not given away under it"
;;! level    = "must"
;;! spec     = "host protocol, drop: a call under way ends cancelled"
;;! evidence = ["wazero: hammer_test, closeModuleWhileInUse; testCloseInFlight"]
;;! row      = "life.instance.close-in-flight"
;;! modules  = { filler = "guests/filler.wat" }
;;!
;;! [[step]]
;;! instantiate = "main"
;;!
;;! [[step]]
;;! parallel = [
;;!   { call = "spin", expect = { cancelled = true } },
;;!   { drop = "main" },
;;! ]
;;!
;;! [[step]]
;;! call   = "spin"
;;! expect = { rejected = "call", reason = ["closed", "unknown-handle"] }
;;!
;;! [[step]]
;;! instantiate = "filler"
;;!
;;! [[step]]
;;! call   = "fill"
;;! on     = "filler"
;;! expect = { returned = ["i32:-1"] }

;; Memory that were given to another sandbox while this one still writes would not hold what that one wrote.
(module
  (memory 1)
  (func (export "spin")
    (loop $forever
      (i32.store (i32.const 64) (i32.const 0))
      (br $forever))))
