;;! title    = "two groups of the same modules have each a memory and budgets of their own"
;;! level    = "must"
;;! spec     = "docs/protocol.md, group and link: sandboxes in different groups share nothing"
;;! evidence = ["wasmtime: linking objects of two stores is an error of the embedder"]
;;! row      = "mem.isolation.no-cross-instance-pointer"
;;! modules  = { importer = "groups-apart.importer.wat" }
;;!
;;! [[step]]
;;! instantiate = "main"
;;! as          = "left"
;;! group       = "left"
;;! limits      = { memory = "16 pages" }
;;!
;;! [[step]]
;;! instantiate = "main"
;;! as          = "right"
;;! group       = "right"
;;! limits      = { memory = "16 pages" }
;;!
;;! [[step]]
;;! instantiate = "importer"
;;! as          = "left-importer"
;;! group       = "left"
;;! link        = { owner = "left" }
;;!
;;! [[step]]
;;! instantiate = "importer"
;;! as          = "right-importer"
;;! group       = "right"
;;! link        = { owner = "right" }
;;!
;;! [[step]]
;;! call   = "take_all_and_write"
;;! on     = "left-importer"
;;! args   = ["i32:1"]
;;! expect = { returned = ["i32:1"] }
;;!
;;! [[step]]
;;! call   = "take_all_and_write"
;;! on     = "right-importer"
;;! args   = ["i32:2"]
;;! expect = { returned = ["i32:1"] }
;;!
;;! [[step]]
;;! call   = "read"
;;! on     = "left"
;;! expect = { returned = ["i32:1"] }
;;!
;;! [[step]]
;;! call   = "read"
;;! on     = "right"
;;! expect = { returned = ["i32:2"] }
(module
  (memory (export "memory") 1)
  (func (export "read") (result i32) (i32.load (i32.const 0))))
