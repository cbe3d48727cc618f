;;! title    = "a cast to a type that the object does not have traps"
;;! level    = "must"
;;! spec     = "core 3.0, exec/instructions ref.cast"
;;! evidence = ["wasmtime tests/misc_testsuite/gc", "WebAssembly/spec test/core/gc/ref_cast.wast"]
;;! row      = "crash.trap.gc-null~cast~array-oob"
;;! requires = ["gc"]
;;! [[step]]
;;! instantiate = "main"
;;! [[step]]
;;! call   = "a sibling type"
;;! expect = { trapped = "cast-failure" }
;;! [[step]]
;;! drop = "main"
;;! [[step]]
;;! instantiate = "main"
;;! [[step]]
;;! call   = "a subtype"
;;! expect = { trapped = "cast-failure" }
;;! [[step]]
;;! drop = "main"
;;! [[step]]
;;! instantiate = "main"
;;! [[step]]
;;! call   = "an i31"
;;! expect = { trapped = "cast-failure" }
;;! [[step]]
;;! drop = "main"
;;! [[step]]
;;! instantiate = "main"
;;! [[step]]
;;! call   = "a null"
;;! expect = { trapped = "cast-failure" }
;; What lies behind a cast that went through is read with the layout of the wrong type.
(module
  (type $base (sub (struct (field i32))))
  (type $left (sub $base (struct (field i32) (field i64))))
  (type $right (sub $base (struct (field i32) (field (ref null $base)))))
  (global $left (mut anyref) (struct.new $left (i32.const 1) (i64.const 0x4141414141414141)))
  (global $base (mut anyref) (struct.new $base (i32.const 1)))
  (global $i31 (mut anyref) (ref.i31 (i32.const 0x1111)))
  (global $null (mut anyref) (ref.null any))
  (func (export "a sibling type") (drop (struct.get $right 1 (ref.cast (ref $right) (global.get $left)))))
  (func (export "a subtype") (drop (struct.get $left 1 (ref.cast (ref $left) (global.get $base)))))
  (func (export "an i31") (drop (struct.get $base 0 (ref.cast (ref $base) (global.get $i31)))))
  (func (export "a null") (drop (ref.cast (ref $base) (global.get $null)))))
