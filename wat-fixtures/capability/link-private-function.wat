;;! title    = "a function that a linked sandbox does not export can't be imported"
;;! level    = "must"
;;! spec     = "core 3.0, exec/modules: what another module may use is what is exported"
;;! evidence = ["Epsilon #49: a sibling's private function reached", "Epsilon #62"]
;;! row      = "cap.ref.unexported-func"
;;! modules  = { library = "guests/library.wat" }
;;!
;;! [[step]]
;;! instantiate = "library"
;;! group       = "pair"
;;!
;;! [[step]]
;;! instantiate = "main"
;;! group       = "pair"
;;! link        = { library = "library" }
;;! expect      = { any = [
;;!   { rejected = "link" },
;;!   { done = true, when = { unknownImports = "trap-on-call" } },
;;! ] }
;;!
;;! [[step]]
;;! call   = "run"
;;! expect = { denied = "host-function" }
;;!
;;! [[step]]
;;! call   = "secret"
;;! on     = "library"
;;! expect = { rejected = "call", reason = "no-such-export" }
(module
  (import "library" "secret" (func $secret (result i32)))
  (func (export "run") (drop (call $secret))))
