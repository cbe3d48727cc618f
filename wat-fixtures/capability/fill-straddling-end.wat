;;! title    = "a host function that is to write beyond the guest's memory writes no byte of the part that is inside"
;;! level    = "must"
;;! spec     = "host protocol, fill: out of bounds is refused before any byte is written"
;;! evidence = ["wazero fs_test: fdRead_Errors", "ngx_wasm_module #144"]
;;! row      = "cap.hostfn.ptr-oob"
;;! grants   = ["host-function:fill"]
;;! limits   = { memory = "1 page" }
;;!
;;! [[step]]
;;! instantiate = "main"
;;!
;;! [[step]]
;;! call   = "fill"
;;! args   = ["i32:65532", "i32:5", "i32:255"]
;;! expect = { trapped = "host-function" }
;;!
;;! [[step]]
;;! call   = "last-word"
;;! expect = { any = [
;;!   { returned = ["i32:0"] },
;;!   { rejected = "call", reason = "poisoned", when = { afterTrap = "poisoned" } },
;;! ] }
;;!
;;! [[step]]
;;! instantiate = "main"
;;! as          = "second"
;;!
;;! [[step]]
;;! call   = "fill"
;;! on     = "second"
;;! args   = ["i32:65532", "i32:4", "i32:255"]
;;! expect = { returned = [] }
;;!
;;! [[step]]
;;! call   = "last-word"
;;! on     = "second"
;;! expect = { any = [
;;!   { returned = ["i32:-1"], when = { state = "persists" } },
;;!   { returned = ["i32:0"], when = { state = "fresh-per-call" } },
;;! ] }
(module
  (import "sandproof:test" "fill" (func $fill (param i32 i32 i32)))
  (memory (export "memory") 1)
  (func (export "fill") (param i32 i32 i32) (call $fill (local.get 0) (local.get 1) (local.get 2)))
  (func (export "last-word") (result i32) (i32.load (i32.const 65532))))
