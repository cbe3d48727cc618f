;;! title    = "a granted function imported with other results is refused at link"
;;! level    = "must"
;;! spec     = "core 3.0, valid/matching Functions; host protocol: a mistyped import is rejected at link"
;;! evidence = ["wasmtime misc_testsuite: linking-errors.wast", "V8's LinkErrors"]
;;! row      = "cap.import.type-mismatch"
;;! grants   = ["host-function:add"]
;;! modules  = { wider = "guests/imports-add-with-wider.wat" }
;;!
;;! [[step]]
;;! instantiate = "main"
;;! expect      = { rejected = "link" }
;;!
;;! [[step]]
;;! instantiate = "wider"
;;! expect      = { rejected = "link" }
(module
  (import "sandproof:test" "add" (func $add (param i32 i32)))
  (func (export "run") (call $add (i32.const 1) (i32.const 2))))
