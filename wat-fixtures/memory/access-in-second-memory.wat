;;! title    = "an access to a second memory is bounded by that memory, not by the first"
;;! level    = "must"
;;! spec     = "core 3.0, exec/instructions memory instructions with a memory index"
;;! evidence = ["wasmtime tests/misc_testsuite/multi-memory/simple.wast", "WebAssembly spec test address1.wast"]
;;! row      = "mem.oob.boundary"
;;! requires = ["multi-memory"]
;;!
;;! [[step]]
;;! instantiate = "main"
;;!
;;! [[step]]
;;! call   = "write_last"
;;! expect = { returned = ["i32:1"] }
;;!
;;! [[step]]
;;! instantiate = "main"
;;! as          = "load"
;;!
;;! [[step]]
;;! call   = "load"
;;! on     = "load"
;;! args   = ["i32:65536"]
;;! expect = { trapped = "memory-out-of-bounds" }
;;!
;;! [[step]]
;;! drop = "load"
;;!
;;! [[step]]
;;! instantiate = "main"
;;! as          = "store"
;;!
;;! [[step]]
;;! call   = "store"
;;! on     = "store"
;;! args   = ["i32:65536"]
;;! expect = { trapped = "memory-out-of-bounds" }
(module
  (memory $first 2)
  (memory $second 1)
  (func (export "load") (param i32) (result i32) (i32.load8_u $second (local.get 0)))
  (func (export "store") (param i32) (i32.store8 $second (local.get 0) (i32.const 1)))
  (func (export "write_last") (result i32)
    (i32.store8 $second (i32.const 65535) (i32.const 1))
    (i32.store8 $first (i32.const 131071) (i32.const 2))
    (i32.and
      (i32.eq (i32.load8_u $second (i32.const 65535)) (i32.const 1))
      (i32.eqz (i32.load8_u $first (i32.const 65535))))))
