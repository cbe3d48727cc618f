;;! title    = "globals, memory and tables persist from call to call, or are fresh in each, as the host declares"
;;! level    = "must"
;;! spec     = "core 3.0, exec/runtime Store; host protocol, declares: state"
;;! evidence = ["Extism: test_globals, test_multiple_instantiations", "wasmtime serve: tests of instance reuse"]
;;! row      = "life.instance.state-persists~fresh-per-call"
;;! requires = ["bulk-memory", "mutable-globals"]
;;!
;;! [[step]]
;;! instantiate = "main"
;;!
;;! [[step]]
;;! call   = "write"
;;! expect = { returned = [] }
;;!
;;! [[step]]
;;! call   = "global"
;;! expect = { any = [
;;!   { returned = ["i32:7"], when = { state = "persists" } },
;;!   { returned = ["i32:0"], when = { state = "fresh-per-call" } },
;;! ] }
;;!
;;! [[step]]
;;! call   = "memory-byte"
;;! expect = { any = [
;;!   { returned = ["i32:8"], when = { state = "persists" } },
;;!   { returned = ["i32:0"], when = { state = "fresh-per-call" } },
;;! ] }
;;!
;;! [[step]]
;;! call   = "pages"
;;! expect = { any = [
;;!   { returned = ["i32:2"], when = { state = "persists" } },
;;!   { returned = ["i32:1"], when = { state = "fresh-per-call" } },
;;! ] }
;;!
;;! [[step]]
;;! call   = "element"
;;! expect = { any = [
;;!   { returned = ["i32:9"], when = { state = "persists" } },
;;!   { returned = ["i32:0"], when = { state = "fresh-per-call" } },
;;! ] }
;;!
;;! [[step]]
;;! instantiate = "main"
;;! as          = "second"
;;!
;;! [[step]]
;;! call   = "global"
;;! on     = "second"
;;! expect = { returned = ["i32:0"] }
(module
  (memory (export "memory") 1)
  (table (export "table") 2 funcref)
  (elem (i32.const 0) $zero $nine)
  (global $global (export "counter") (mut i32) (i32.const 0))
  (func $zero (result i32) (i32.const 0))
  (func $nine (result i32) (i32.const 9))
  (func (export "write")
    (global.set $global (i32.const 7))
    (drop (memory.grow (i32.const 1)))
    (i32.store8 (i32.const 1000) (i32.const 8))
    (table.copy (i32.const 0) (i32.const 1) (i32.const 1)))
  (func (export "global") (result i32) (global.get $global))
  (func (export "memory-byte") (result i32) (i32.load8_u (i32.const 1000)))
  (func (export "pages") (result i32) (memory.size))
  (func (export "element") (result i32) (call_indirect (result i32) (i32.const 0))))
