;;! title    = "a host function refuses a range that ends one byte behind the guest's memory, and takes no part of it"
;;! level    = "must"
;;! spec     = "host protocol, log: out of bounds is refused, never truncated"
;;! evidence = ["wazero fs_test: fdRead_Errors, fdWrite_Errors", "ngx_wasm_module #144", "wasmoon #335"]
;;! row      = "cap.hostfn.ptr-oob"
;;! grants   = ["host-function:log"]
;;! limits   = { memory = "1 page" }
;;!
;;! [[step]]
;;! instantiate = "main"
;;!
;;! [[step]]
;;! call   = "say"
;;! args   = ["i32:65532", "i32:5"]
;;! expect = { trapped = "host-function", output = { log = "" } }
;;!
;;! [[step]]
;;! instantiate = "main"
;;! as          = "second"
;;!
;;! [[step]]
;;! call   = "say"
;;! on     = "second"
;;! args   = ["i32:65536", "i32:1"]
;;! expect = { trapped = "host-function", output = { log = "" } }
(module
  (import "sandproof:test" "log" (func $log (param i32 i32)))
  (memory (export "memory") 1)
  (data (i32.const 65532) "tail")
  (func (export "say") (param i32 i32) (call $log (local.get 0) (local.get 1))))
