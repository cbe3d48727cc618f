;;! title    = "a table that is smaller than imported, may grow beyond it, or holds other references is refused at link"
;;! level    = "must"
;;! spec     = "core 3.0, valid/matching Tables and Limits"
;;! evidence = ["wasmtime misc_testsuite: linking-errors.wast"]
;;! row      = "cap.import.type-mismatch"
;;! requires = ["bulk-memory", "reference-types"]
;;! modules.library = "guests/library.wat"
;;! modules.bounded = "guests/imports-table-bounded.wat"
;;! modules.other   = "guests/imports-table-of-externref.wat"
;;!
;;! [[step]]
;;! instantiate = "library"
;;! group       = "pair"
;;!
;;! [[step]]
;;! instantiate = "main"
;;! group       = "pair"
;;! link        = { library = "library" }
;;! expect      = { rejected = "link" }
;;!
;;! [[step]]
;;! instantiate = "bounded"
;;! group       = "pair"
;;! link        = { library = "library" }
;;! expect      = { rejected = "link" }
;;!
;;! [[step]]
;;! instantiate = "other"
;;! group       = "pair"
;;! link        = { library = "library" }
;;! expect      = { rejected = "link" }

;; The library has 2 elements and may have 4.
(module
  (import "library" "table" (table 3 funcref))
  (func (export "run") (call_indirect (i32.const 2))))
