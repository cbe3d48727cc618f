;;! title    = "a host function takes pointers and lengths as unsigned: the highest of either is out of bounds, not minus one"
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
;;! args   = ["i32:0xffffffff", "i32:1"]
;;! expect = { trapped = "host-function", output = { log = "" } }
;;!
;;! [[step]]
;;! instantiate = "main"
;;! as          = "second"
;;!
;;! [[step]]
;;! call   = "say"
;;! on     = "second"
;;! args   = ["i32:0", "i32:0xffffffff"]
;;! expect = { trapped = "host-function", output = { log = "" } }
;;!
;;! [[step]]
;;! instantiate = "main"
;;! as          = "third"
;;!
;;! [[step]]
;;! call   = "say"
;;! on     = "third"
;;! args   = ["i32:0xfffffffc", "i32:4"]
;;! expect = { trapped = "host-function", output = { log = "" } }

;; Taken from the end of the memory, the last range would be "tail".
(module
  (import "sandproof:test" "log" (func $log (param i32 i32)))
  (memory (export "memory") 1)
  (data (i32.const 65532) "tail")
  (func (export "say") (param i32 i32) (call $log (local.get 0) (local.get 1))))
