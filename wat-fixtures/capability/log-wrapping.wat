;;! title    = "a host function refuses a range whose end is beyond 32 bits and would wrap around into the memory"
;;! level    = "must"
;;! spec     = "host protocol, log: out of bounds is refused"
;;! evidence = ["wazero fs_test: fdRead_Errors, fdWrite_Errors", "ngx_wasm_module #144"]
;;! row      = "cap.hostfn.ptr-oob"
;;! grants   = ["host-function:log"]
;;! limits   = { memory = "1 page" }
;;!
;;! [[step]]
;;! instantiate = "main"
;;!
;;! [[step]]
;;! call   = "say"
;;! args   = ["i32:0xfffffff0", "i32:20"]
;;! expect = { trapped = "host-function", output = { log = "" } }
;;!
;;! [[step]]
;;! instantiate = "main"
;;! as          = "second"
;;!
;;! [[step]]
;;! call   = "say"
;;! on     = "second"
;;! args   = ["i32:4", "i32:0xfffffffe"]
;;! expect = { trapped = "host-function", output = { log = "" } }

;; Both ranges end within the first bytes when only 32 bits of their end are kept.
(module
  (import "sandproof:test" "log" (func $log (param i32 i32)))
  (memory (export "memory") 1)
  (data (i32.const 0) "head")
  (func (export "say") (param i32 i32) (call $log (local.get 0) (local.get 1))))
