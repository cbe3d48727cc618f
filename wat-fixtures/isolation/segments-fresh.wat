;;! title    = "segments that one sandbox dropped are there for the next one of the same module"
;;! level    = "must"
;;! spec     = "core 3.0, exec/runtime: data and element instances belong to a module instance"
;;! evidence = ["RUSTSEC-2024-0441 (CVE-2024-30266)", "wasmtime #8281"]
;;! row      = "mem.isolation.tables-and-globals-fresh"
;;! requires = ["bulk-memory"]
;;!
;;! [[step]]
;;! instantiate = "main"
;;! as          = "first"
;;!
;;! [[step]]
;;! instantiate = "main"
;;! as          = "beside"
;;!
;;! [[step]]
;;! call   = "drop_all"
;;! on     = "first"
;;! expect = { returned = [] }
;;!
;;! [[step]]
;;! call   = "use_all"
;;! on     = "beside"
;;! expect = { returned = ["i32:1"] }
;;!
;;! [[step]]
;;! drop = "first"
;;!
;;! [[step]]
;;! instantiate = "main"
;;! as          = "second"
;;!
;;! [[step]]
;;! call   = "use_all"
;;! on     = "second"
;;! expect = { returned = ["i32:1"] }
(module
  (type $answer (func (result i32)))
  (memory 1)
  (table (export "table") 1 funcref)
  (data $bytes "\01")
  (elem $functions func $one)
  (func $one (result i32) (i32.const 1))
  (func (export "drop_all")
    (data.drop $bytes)
    (elem.drop $functions))
  (func (export "use_all") (result i32)
    (memory.init $bytes (i32.const 0) (i32.const 0) (i32.const 1))
    (table.init $functions (i32.const 0) (i32.const 0) (i32.const 1))
    (i32.and (i32.load (i32.const 0)) (call_indirect (type $answer) (i32.const 0)))))
