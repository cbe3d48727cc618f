;;! title    = "an array of billions of elements ends in a trap or a limit, not in the host's exhaustion"
;;! level    = "must"
;;! spec     = "core 3.0, exec/instructions array.new_default; owed to every user of a sandbox: one operator must not exhaust the host"
;;! evidence = ["wasmtime tests/misc_testsuite/gc/array-alloc-too-large.wast", "V8: requested new array is too large"]
;;! row      = "mem.gc.array-new-huge"
;;! requires = ["gc"]
;;!
;;! [[step]]
;;! instantiate = "main"
;;! as          = "signed"
;;!
;;! [[step]]
;;! call   = "make"
;;! on     = "signed"
;;! args   = ["i32:2147483647"]
;;! expect = { any = [{ trapped = "allocation-failure" }, { limit = ["memory", "fuel"] }] }
;;!
;;! [[step]]
;;! drop = "signed"
;;!
;;! [[step]]
;;! instantiate = "main"
;;! as          = "unsigned"
;;!
;;! [[step]]
;;! call   = "make"
;;! on     = "unsigned"
;;! args   = ["i32:-1"]
;;! expect = { any = [{ trapped = "allocation-failure" }, { limit = ["memory", "fuel"] }] }
(module
  (type $bytes (array (mut i8)))
  (func (export "make") (param i32) (result i32)
    (array.len (array.new_default $bytes (local.get 0)))))
