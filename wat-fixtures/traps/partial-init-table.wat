;;! title    = "what a failed instantiation wrote into an imported table stays there and can be called"
;;! level    = "must"
;;! spec     = "core 3.0, exec/modules instantiation: effects of earlier segments are not undone"
;;! evidence = ["wasmtime tests/misc_testsuite partial-init-table-segment.wast"]
;;! row      = "crash.trap.partial-init-visible"
;;! requires = ["bulk-memory"]
;;! modules  = { late = "partial-init-table-late.wat" }
;;! [[step]]
;;! instantiate = "main"
;;! group       = "pair"
;;! [[step]]
;;! instantiate = "late"
;;! group       = "pair"
;;! link        = { owner = "main" }
;;! expect      = { trapped = "memory-out-of-bounds", phase = "instantiate" }
;;! [[step]]
;;! call   = "call_entry"
;;! args   = ["i32:1"]
;;! expect = { returned = ["i32:42"] }
;; The function in the table belongs to an instance that never came to be; it must not dangle.
(module
  (type $answer (func (result i32)))
  (table (export "table") 4 funcref)
  (func (export "call_entry") (param i32) (result i32) (call_indirect (type $answer) (local.get 0))))
