;;! title    = "an array whose size in bytes is beyond 32 bits is refused, not made smaller"
;;! level    = "must"
;;! spec     = "core 3.0, exec/instructions array.new"
;;! evidence = ["wasmtime tests/misc_testsuite/gc/big-array-overflow.wast"]
;;! row      = "mem.gc.array-new-huge"
;;! requires = ["gc", "simd"]
;;!
;;! [[step]]
;;! instantiate = "main"
;;! as          = "eight"
;;!
;;! [[step]]
;;! call   = "make_of_eight"
;;! on     = "eight"
;;! args   = ["i32:536870913"]
;;! expect = { any = [{ trapped = "allocation-failure" }, { limit = ["memory", "fuel"] }] }
;;!
;;! [[step]]
;;! drop = "eight"
;;!
;;! [[step]]
;;! instantiate = "main"
;;! as          = "sixteen"
;;!
;;! [[step]]
;;! call   = "make_of_sixteen"
;;! on     = "sixteen"
;;! args   = ["i32:268435457"]
;;! expect = { any = [{ trapped = "allocation-failure" }, { limit = ["memory", "fuel"] }] }
(module
  (type $eight (array (mut i64)))
  (type $sixteen (array (mut v128)))
  ;; In 32 bits both are as large as one element.
  (func (export "make_of_eight") (param i32) (result i32)
    (array.len (array.new $eight (i64.const 1) (local.get 0))))
  (func (export "make_of_sixteen") (param i32) (result i32)
    (array.len (array.new_default $sixteen (local.get 0)))))
