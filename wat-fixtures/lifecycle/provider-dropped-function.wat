;;! title    = "a function of a sandbox that was dropped still answers right, or ends the call in an orderly way"
;;! level    = "must"
;;! spec     = "core 3.0, exec/runtime Store: what is imported lives as long as it is used; host protocol, group"
;;! evidence = ["wazero: testCloseTableExportingModule"]
;;! row      = "life.instance.close-imported-provider"
;;! modules  = { library = "guests/library.wat", filler = "guests/filler.wat" }
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
;;! call   = "use"
;;! expect = { returned = ["i32:42"] }
;;!
;;! [[step]]
;;! drop = "library"
;;!
;;! [[step]]
;;! instantiate = "filler"
;;!
;;! [[step]]
;;! call   = "fill"
;;! on     = "filler"
;;! expect = { returned = ["i32:-1"] }
;;!
;;! [[step]]
;;! call   = "use"
;;! expect = { any = [
;;!   { returned = ["i32:42"] },
;;!   { trapped = "*" },
;;!   { rejected = "call", reason = "closed" },
;;! ] }
(module
  (import "library" "answer" (func $answer (result i32)))
  (func (export "use") (result i32) (call $answer)))
