;;! title    = "a guest with an import that is missing writes nothing into the memory and table it would have shared"
;;! level    = "must"
;;! spec     = "core 3.0, exec/modules Instantiation: imports are matched before segments are written"
;;! evidence = ["core specification, the order of instantiation"]
;;! row      = "cap.import.no-side-effect-before-reject"
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
;;! expect      = { rejected = "link" }
;;!
;;! [[step]]
;;! call   = "first-byte"
;;! on     = "library"
;;! expect = { returned = ["i32:0"] }
;;!
;;! [[step]]
;;! call   = "call-first"
;;! on     = "library"
;;! expect = { returned = ["i32:1337"] }
(module
  (import "library" "memory" (memory 1))
  (import "library" "table" (table 1 funcref))
  (import "env" "secret" (global $secret i32))
  (func $mine (result i32) (i32.const 666))
  (elem (i32.const 0) $mine)
  (data (i32.const 0) "\ff"))
