;;! title    = "a global imported as mutable where it is not, as immutable where it is, or with another type is refused"
;;! level    = "must"
;;! spec     = "core 3.0, valid/matching Globals"
;;! evidence = ["wasmtime misc_testsuite: linking-errors.wast"]
;;! row      = "cap.import.type-mismatch"
;;! requires = ["mutable-globals"]
;;! modules.globals   = "guests/globals.wat"
;;! modules.immutable = "guests/imports-global-immutable.wat"
;;! modules.wider     = "guests/imports-global-wider.wat"
;;!
;;! [[step]]
;;! instantiate = "globals"
;;! group       = "pair"
;;!
;;! [[step]]
;;! instantiate = "main"
;;! group       = "pair"
;;! link        = { globals = "globals" }
;;! expect      = { rejected = "link" }
;;!
;;! [[step]]
;;! instantiate = "immutable"
;;! group       = "pair"
;;! link        = { globals = "globals" }
;;! expect      = { rejected = "link" }
;;!
;;! [[step]]
;;! instantiate = "wider"
;;! group       = "pair"
;;! link        = { globals = "globals" }
;;! expect      = { rejected = "link" }
;;!
;;! [[step]]
;;! call   = "sum"
;;! on     = "globals"
;;! expect = { returned = ["i32:84"] }

;; A start function writes what must not be writable.
(module
  (import "globals" "fixed" (global $fixed (mut i32)))
  (func $start (global.set $fixed (i32.const 1)))
  (start $start))
