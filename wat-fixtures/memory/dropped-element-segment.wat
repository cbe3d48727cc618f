;;! title    = "a dropped element segment is empty: nothing can be copied from it, and copying nothing is fine"
;;! level    = "must"
;;! spec     = "core 3.0, exec/instructions elem.drop and table.init"
;;! evidence = ["RUSTSEC-2024-0441 (CVE-2024-30266)", "wasmtime #8281", "ziggy42/epsilon da2b139"]
;;! row      = "mem.segment.dropped"
;;! requires = ["bulk-memory", "reference-types"]
;;!
;;! [[step]]
;;! instantiate = "main"
;;!
;;! [[step]]
;;! call   = "drop_and_copy_nothing"
;;! expect = { returned = [] }
;;!
;;! [[step]]
;;! instantiate = "main"
;;! as          = "functions"
;;!
;;! [[step]]
;;! call   = "drop_functions_and_copy_one"
;;! on     = "functions"
;;! expect = { trapped = "table-out-of-bounds" }
;;!
;;! [[step]]
;;! drop = "functions"
;;!
;;! [[step]]
;;! instantiate = "main"
;;! as          = "externals"
;;!
;;! [[step]]
;;! call   = "drop_externals_and_copy_one"
;;! on     = "externals"
;;! expect = { trapped = "table-out-of-bounds" }
(module
  (table $functions 4 funcref)
  (table $externals 4 externref)
  (elem $of_functions func $f $f)
  (elem $of_externals externref (ref.null extern) (ref.null extern))
  (func $f)
  (func (export "drop_and_copy_nothing")
    (elem.drop $of_functions)
    (elem.drop $of_externals)
    (elem.drop $of_externals)
    (table.init $functions $of_functions (i32.const 4) (i32.const 0) (i32.const 0))
    (table.init $externals $of_externals (i32.const 4) (i32.const 0) (i32.const 0)))
  (func (export "drop_functions_and_copy_one")
    (elem.drop $of_functions)
    (table.init $functions $of_functions (i32.const 0) (i32.const 0) (i32.const 1)))
  (func (export "drop_externals_and_copy_one")
    (elem.drop $of_externals)
    (table.init $externals $of_externals (i32.const 0) (i32.const 0) (i32.const 1))))
