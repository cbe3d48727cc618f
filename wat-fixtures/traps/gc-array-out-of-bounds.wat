;;! title    = "an array access behind the last element traps"
;;! level    = "must"
;;! spec     = "core 3.0, exec/instructions array.get, array.set, array.fill, array.copy"
;;! evidence = ["wasmtime tests/misc_testsuite/gc", "WebAssembly/spec test/core/gc/array.wast"]
;;! row      = "crash.trap.gc-null~cast~array-oob"
;;! requires = ["gc"]
;;! [[step]]
;;! instantiate = "main"
;;! [[step]]
;;! call   = "get at the length"
;;! expect = { trapped = "array-out-of-bounds" }
;;! [[step]]
;;! drop = "main"
;;! [[step]]
;;! instantiate = "main"
;;! [[step]]
;;! call   = "get at the largest index"
;;! expect = { trapped = "array-out-of-bounds" }
;;! [[step]]
;;! drop = "main"
;;! [[step]]
;;! instantiate = "main"
;;! [[step]]
;;! call   = "set at the length"
;;! expect = { trapped = "array-out-of-bounds" }
;;! [[step]]
;;! drop = "main"
;;! [[step]]
;;! instantiate = "main"
;;! [[step]]
;;! call   = "fill over the end"
;;! expect = { trapped = "array-out-of-bounds" }
;;! [[step]]
;;! drop = "main"
;;! [[step]]
;;! instantiate = "main"
;;! [[step]]
;;! call   = "copy over the end"
;;! expect = { trapped = "array-out-of-bounds" }
(module
  (type $words (array (mut i64)))
  (global $array (mut (ref $words)) (array.new $words (i64.const 1) (i32.const 4)))
  (global $length (mut i32) (i32.const 4))
  (global $last (mut i32) (i32.const -1))
  (func (export "get at the length") (drop (array.get $words (global.get $array) (global.get $length))))
  (func (export "get at the largest index") (drop (array.get $words (global.get $array) (global.get $last))))
  (func (export "set at the length") (array.set $words (global.get $array) (global.get $length) (i64.const 2)))
  (func (export "fill over the end")
    (array.fill $words (global.get $array) (i32.const 3) (i64.const 2) (i32.const 2)))
  ;; The start and the length together are beyond 32 bits.
  (func (export "copy over the end")
    (array.copy $words $words (global.get $array) (i32.const 2) (global.get $array) (i32.const 0) (global.get $last))))
