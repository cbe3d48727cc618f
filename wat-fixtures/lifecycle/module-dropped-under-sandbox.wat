;;! title    = "a sandbox goes on working when its module is dropped"
;;! level    = "must"
;;! spec     = "core 3.0, exec/runtime Module instances: an instance needs its module no more"
;;! evidence = ["wazero: hammer_test, closeModuleWhileInUse"]
;;! row      = "life.instance.close-then-call"
;;! requires = ["bulk-memory"]
;;!
;;! [[step]]
;;! instantiate = "main"
;;!
;;! [[step]]
;;! drop = "main"
;;! what = "module"
;;!
;;! [[step]]
;;! call   = "run"
;;! expect = { returned = ["i32:42"] }

;; Code and a segment that were not used before the module went.
(module
  (memory 1)
  (table 1 funcref)
  (data $late "\2a")
  (func $load (result i32) (i32.load8_u (i32.const 0)))
  (elem (i32.const 0) $load)
  (func (export "run") (result i32)
    (memory.init $late (i32.const 0) (i32.const 0) (i32.const 1))
    (call_indirect (result i32) (i32.const 0))))
