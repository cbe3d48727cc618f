;;! title    = "making a sandbox runs its start function once, as a sandbox that it is linked to sees"
;;! level    = "must"
;;! spec     = "core 3.0, exec/modules Instantiation"
;;! evidence = ["core specification, the order of instantiation"]
;;! row      = "life.instantiate.start-once"
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
;;!
;;! [[step]]
;;! call   = "count"
;;! on     = "library"
;;! expect = { any = [
;;!   { returned = ["i32:1"], when = { state = "persists" } },
;;!   { returned = ["i32:0"], when = { state = "fresh-per-call" } },
;;! ] }
;;!
;;! [[step]]
;;! instantiate = "main"
;;! as          = "second"
;;! group       = "pair"
;;! link        = { library = "library" }
;;!
;;! [[step]]
;;! call   = "count"
;;! on     = "library"
;;! expect = { any = [
;;!   { returned = ["i32:2"], when = { state = "persists" } },
;;!   { returned = ["i32:0"], when = { state = "fresh-per-call" } },
;;! ] }

;; An instance that is made to look at the module and thrown away starts, too; its own counter would not tell.
(module
  (import "library" "bump" (func $bump))
  (func $start (call $bump))
  (start $start))
