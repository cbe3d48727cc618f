;;! title    = "a memory that is smaller than imported, or may grow beyond what is imported, is refused at link"
;;! level    = "must"
;;! spec     = "core 3.0, valid/matching Memories and Limits"
;;! evidence = ["wasmtime misc_testsuite: linking-errors.wast"]
;;! row      = "cap.import.type-mismatch"
;;! modules  = { library = "guests/library.wat", bounded = "guests/imports-memory-bounded.wat" }
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

;; The library has 2 pages and may have 4.
(module
  (import "library" "memory" (memory 3))
  (func (export "run") (result i32) (i32.load (i32.const 131072))))
