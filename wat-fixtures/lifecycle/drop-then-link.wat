;;! title    = "a sandbox that was dropped is linked to no other one"
;;! level    = "must"
;;! spec     = "host protocol, an unknown handle is that for every operation"
;;! evidence = ["wazero: testCloseTableExportingModule"]
;;! row      = "life.instance.close-then-call"
;;! modules  = { library = "guests/library.wat" }
;;!
;;! [[step]]
;;! instantiate = "library"
;;! group       = "pair"
;;!
;;! [[step]]
;;! instantiate = "library"
;;! as          = "other"
;;! group       = "pair"
;;!
;;! [[step]]
;;! drop = "library"
;;!
;;! [[step]]
;;! instantiate = "main"
;;! group       = "pair"
;;! link        = { library = "library" }
;;! expect      = { rejected = ["link", "call"] }

;; Another member keeps the group alive.
(module
  (import "library" "answer" (func $answer (result i32)))
  (func (export "run") (result i32) (call $answer)))
