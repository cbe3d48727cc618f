;;! title    = "a memory of a sandbox that was dropped still holds what was in it, or ends the call in an orderly way"
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
  (import "library" "memory" (memory 1))
  (func (export "use") (result i32) (i32.load (i32.const 64))))
