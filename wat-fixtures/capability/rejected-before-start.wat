;;! title    = "a guest with an import that is missing is refused before its start function calls what is there"
;;! level    = "must"
;;! spec     = "core 3.0, exec/modules Instantiation: imports are matched before anything of the module runs"
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
;;! call   = "count"
;;! on     = "library"
;;! expect = { returned = ["i32:0"] }

;; What is missing is a global: no host can leave that to the first use.
(module
  (import "library" "bump" (func $bump))
  (import "env" "secret" (global $secret i32))
  (func $start (call $bump))
  (start $start))
