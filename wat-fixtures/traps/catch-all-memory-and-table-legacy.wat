;;! title    = "no handler of the guest runs for a trap of a memory access or an indirect call (legacy encoding)"
;;! level    = "must"
;;! spec     = "legacy exception handling: catch_all catches no trap"
;;! evidence = ["wasmtime tests/misc_testsuite traps-skip-catch-all.wast"]
;;! row      = "crash.trap.not-catchable"
;;! requires = ["legacy-exceptions"]
;;! [[step]]
;;! instantiate = "main"
;;! [[step]]
;;! call   = "load"
;;! expect = { trapped = "memory-out-of-bounds" }
;;! [[step]]
;;! drop = "main"
;;! [[step]]
;;! instantiate = "main"
;;! [[step]]
;;! call   = "store"
;;! expect = { trapped = "memory-out-of-bounds" }
;;! [[step]]
;;! drop = "main"
;;! [[step]]
;;! instantiate = "main"
;;! [[step]]
;;! call   = "index"
;;! expect = { trapped = "table-out-of-bounds" }
;;! [[step]]
;;! drop = "main"
;;! [[step]]
;;! instantiate = "main"
;;! [[step]]
;;! call   = "null"
;;! expect = { trapped = "uninitialized-element" }
;;! [[step]]
;;! drop = "main"
;;! [[step]]
;;! instantiate = "main"
;;! [[step]]
;;! call   = "signature"
;;! expect = { trapped = "indirect-call-type-mismatch" }
(module
  (type $function (func))
  (tag $tag)
  (memory 1)
  (table 2 2 funcref)
  (elem (i32.const 0) $nothing)
  (func $nothing)
  (global $far (mut i32) (i32.const 65533))
  (global $hole (mut i32) (i32.const 1))
  (func (export "load")
    (try
      (do (drop (i32.load (global.get $far))))
      (catch $tag)
      (catch_all)))
  (func (export "store")
    (try
      (do (i64.store (global.get $far) (i64.const 1)))
      (catch $tag)
      (catch_all)))
  (func (export "index")
    (try
      (do (call_indirect (type $function) (global.get $far)))
      (catch $tag)
      (catch_all)))
  (func (export "null")
    (try
      (do (call_indirect (type $function) (global.get $hole)))
      (catch $tag)
      (catch_all)))
  (func (export "signature")
    (try
      (do (drop (call_indirect (result i32) (i32.const 0))))
      (catch $tag)
      (catch_all))))
