;;! title    = "a host function that is to write a range which wraps around writes neither at its end nor at its start"
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
;;! args   = ["i32:0xfffffffc", "i32:8", "i32:255"]
;;! expect = { trapped = "host-function" }
;;!
;;! [[step]]
;;! call   = "first-and-last-word"
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
;;! args   = ["i32:65532", "i32:0xffffffff", "i32:255"]
;;! expect = { trapped = "host-function" }
;;!
;;! [[step]]
;;! call   = "first-and-last-word"
;;! on     = "second"
;;! expect = { any = [
;;!   { returned = ["i32:0"] },
;;!   { rejected = "call", reason = "poisoned", when = { afterTrap = "poisoned" } },
;;! ] }
(module
  (import "sandproof:test" "fill" (func $fill (param i32 i32 i32)))
  (memory (export "memory") 1)
  (func (export "fill") (param i32 i32 i32) (call $fill (local.get 0) (local.get 1) (local.get 2)))
  (func (export "first-and-last-word") (result i32)
    (i32.or (i32.load (i32.const 0)) (i32.load (i32.const 65532)))))
