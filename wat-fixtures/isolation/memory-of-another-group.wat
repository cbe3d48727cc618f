;;! title    = "a memory is linked to nobody outside its group, neither to another group nor to a sandbox without one"
;;! level    = "must"
;;! spec     = "docs/protocol.md, group and link: a link across groups is rejected at link"
;;! evidence = ["wasmtime: linking objects of two stores is an error of the embedder", "ziggy42/epsilon #49 and #50"]
;;! row      = "mem.isolation.no-cross-instance-pointer"
;;! modules  = { importer = "memory-of-another-group.importer.wat" }
;;!
;;! [[step]]
;;! instantiate = "main"
;;! group       = "own"
;;!
;;! [[step]]
;;! instantiate = "importer"
;;! as          = "of-another-group"
;;! group       = "other"
;;! link        = { owner = "main" }
;;! expect      = { rejected = "link" }
;;!
;;! [[step]]
;;! instantiate = "importer"
;;! as          = "of-no-group"
;;! link        = { owner = "main" }
;;! expect      = { rejected = "link" }
;;!
;;! [[step]]
;;! instantiate = "importer"
;;! as          = "member"
;;! group       = "own"
;;! link        = { owner = "main" }
;;!
;;! [[step]]
;;! call   = "read"
;;! on     = "member"
;;! expect = { returned = ["i32:6210023"] }
(module
  (memory (export "memory") 1)
  (data (i32.const 0) "\e7\c1\5e\00"))
