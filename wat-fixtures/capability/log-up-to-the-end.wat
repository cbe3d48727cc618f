;;! title    = "a range that ends with the guest's memory is in bounds, and so is an empty one at its end"
;;! level    = "must"
;;! spec     = "host protocol, log: what is in bounds is read; core 3.0, exec/instructions memory.copy has the same bounds"
;;! evidence = ["wazero fs_test: fdRead_Errors, fdWrite_Errors"]
;;! row      = "cap.hostfn.ptr-oob"
;;! grants   = ["host-function:log"]
;;! limits   = { memory = "1 page" }
;;!
;;! [[step]]
;;! call   = "say"
;;! args   = ["i32:65532", "i32:4"]
;;! expect = { returned = [], output = { log = "tail" } }
;;!
;;! [[step]]
;;! call   = "say"
;;! args   = ["i32:65536", "i32:0"]
;;! expect = { returned = [], output = { log = "" } }
(module
  (import "sandproof:test" "log" (func $log (param i32 i32)))
  (memory (export "memory") 1)
  (data (i32.const 65532) "tail")
  (func (export "say") (param i32 i32) (call $log (local.get 0) (local.get 1))))
