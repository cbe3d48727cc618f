;;! title    = "using what a null reference does not refer to traps"
;;! level    = "must"
;;! spec     = "core 3.0, exec/instructions struct.get, struct.set, array.get, array.len, i31.get_u, ref.as_non_null"
;;! evidence = ["wasmtime tests/misc_testsuite/gc", "WAMR, WasmEdge and Chicory have a message for each"]
;;! row      = "crash.trap.gc-null~cast~array-oob"
;;! requires = ["gc"]
;;! [[step]]
;;! instantiate = "main"
;;! [[step]]
;;! call   = "struct.get"
;;! expect = { trapped = "null-reference" }
;;! [[step]]
;;! drop = "main"
;;! [[step]]
;;! instantiate = "main"
;;! [[step]]
;;! call   = "struct.set"
;;! expect = { trapped = "null-reference" }
;;! [[step]]
;;! drop = "main"
;;! [[step]]
;;! instantiate = "main"
;;! [[step]]
;;! call   = "array.get"
;;! expect = { trapped = "null-reference" }
;;! [[step]]
;;! drop = "main"
;;! [[step]]
;;! instantiate = "main"
;;! [[step]]
;;! call   = "array.len"
;;! expect = { trapped = "null-reference" }
;;! [[step]]
;;! drop = "main"
;;! [[step]]
;;! instantiate = "main"
;;! [[step]]
;;! call   = "i31.get_u"
;;! expect = { trapped = "null-reference" }
;;! [[step]]
;;! drop = "main"
;;! [[step]]
;;! instantiate = "main"
;;! [[step]]
;;! call   = "ref.as_non_null"
;;! expect = { trapped = "null-reference" }
;; The field is far from the start of the object: a host that relies on the page at address zero must not miss it.
(module
  (type $wide (struct
    (field i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64)
    (field $last (mut i64))))
  (type $bytes (array (mut i8)))
  (global $no_struct (mut (ref null $wide)) (ref.null $wide))
  (global $no_array (mut (ref null $bytes)) (ref.null $bytes))
  (global $no_i31 (mut i31ref) (ref.null i31))
  (func (export "struct.get") (drop (struct.get $wide $last (global.get $no_struct))))
  (func (export "struct.set") (struct.set $wide $last (global.get $no_struct) (i64.const 1)))
  (func (export "array.get") (drop (array.get_u $bytes (global.get $no_array) (i32.const 100000))))
  (func (export "array.len") (drop (array.len (global.get $no_array))))
  (func (export "i31.get_u") (drop (i31.get_u (global.get $no_i31))))
  (func (export "ref.as_non_null") (drop (ref.as_non_null (global.get $no_struct)))))
