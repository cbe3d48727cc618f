;;! title    = "a function of another sandbox imported with another type is refused at link"
;;! level    = "must"
;;! spec     = "core 3.0, valid/matching Functions"
;;! evidence = ["wasmtime misc_testsuite: linking-errors.wast"]
;;! row      = "cap.import.type-mismatch"
;;! modules  = { library = "guests/library.wat" }
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
(module
  (import "library" "double" (func $double (param i64) (result i64)))
  (func (export "run") (result i64) (call $double (i64.const 4294967297))))
