;;! title    = "no handler of the guest runs for a trap of a memory access or an indirect call"
;;! level    = "must"
;;! spec     = "core 3.0, exec/runtime exceptions: a trap is no exception"
;;! evidence = ["wasmtime tests/misc_testsuite traps-skip-catch-all.wast"]
;;! row      = "crash.trap.not-catchable"
;;! requires = ["exceptions"]
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
    (block $caught
      (try_table (catch $tag $caught) (catch_all $caught)
        (drop (i32.load (global.get $far))))))
  (func (export "store")
    (block $caught
      (try_table (catch $tag $caught) (catch_all $caught)
        (i64.store (global.get $far) (i64.const 1)))))
  (func (export "index")
    (block $caught
      (try_table (catch $tag $caught) (catch_all $caught)
        (call_indirect (type $function) (global.get $far)))))
  (func (export "null")
    (block $caught
      (try_table (catch $tag $caught) (catch_all $caught)
        (call_indirect (type $function) (global.get $hole)))))
  (func (export "signature")
    (block $caught
      (try_table (catch $tag $caught) (catch_all $caught)
        (drop (call_indirect (result i32) (i32.const 0)))))))
