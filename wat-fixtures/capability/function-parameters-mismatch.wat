;;! title    = "a granted function imported with other parameters is refused at link, even where their number is right"
;;! level    = "must"
;;! spec     = "core 3.0, valid/matching Functions; host protocol: a mistyped import is rejected at link"
;;! evidence = ["wasmtime misc_testsuite: linking-errors.wast", "V8's LinkErrors"]
;;! row      = "cap.import.type-mismatch"
;;! grants   = ["host-function:add"]
;;! modules  = { fewer = "guests/imports-add-with-fewer.wat" }
;;!
;;! [[step]]
;;! instantiate = "main"
;;! expect      = { rejected = "link" }
;;!
;;! [[step]]
;;! instantiate = "fewer"
;;! expect      = { rejected = "link" }
(module
  (import "sandproof:test" "add" (func $add (param i32 i64) (result i32)))
  (func (export "run") (result i32) (call $add (i32.const 1) (i64.const 2))))
