;;! title    = "memory.copy that reads or writes beyond the end traps and copies nothing"
;;! level    = "must"
;;! spec     = "core 3.0, exec/instructions memory.copy: bounds are checked before anything is written"
;;! evidence = ["wasmtime tests/misc_testsuite/memory-copy.wast", "WebAssembly spec test memory_copy.wast"]
;;! row      = "mem.bulk.oob-no-partial"
;;! requires = ["bulk-memory"]
;;!
;;! [[step]]
;;! instantiate = "main"
;;! as          = "target-over"
;;!
;;! [[step]]
;;! call   = "copy"
;;! on     = "target-over"
;;! args   = ["i32:65529", "i32:0", "i32:8"]
;;! expect = { trapped = "memory-out-of-bounds" }
;;!
;;! [[step]]
;;! call   = "is_as_before"
;;! on     = "target-over"
;;! expect = { any = [
;;!   { returned = ["i32:1"] },
;;!   { rejected = "call", reason = "poisoned", when = { "afterTrap" = "poisoned" } },
;;! ] }
;;!
;;! [[step]]
;;! drop = "target-over"
;;!
;;! [[step]]
;;! instantiate = "main"
;;! as          = "source-over"
;;!
;;! [[step]]
;;! call   = "copy"
;;! on     = "source-over"
;;! args   = ["i32:16", "i32:65529", "i32:8"]
;;! expect = { trapped = "memory-out-of-bounds" }
;;!
;;! [[step]]
;;! call   = "is_as_before"
;;! on     = "source-over"
;;! expect = { any = [
;;!   { returned = ["i32:1"] },
;;!   { rejected = "call", reason = "poisoned", when = { "afterTrap" = "poisoned" } },
;;! ] }
;;!
;;! [[step]]
;;! drop = "source-over"
;;!
;;! [[step]]
;;! instantiate = "main"
;;! as          = "both-over"
;;!
;;! [[step]]
;;! call   = "copy"
;;! on     = "both-over"
;;! args   = ["i32:65529", "i32:65530", "i32:-1"]
;;! expect = { trapped = "memory-out-of-bounds" }
;;!
;;! [[step]]
;;! call   = "is_as_before"
;;! on     = "both-over"
;;! expect = { any = [
;;!   { returned = ["i32:1"] },
;;!   { rejected = "call", reason = "poisoned", when = { "afterTrap" = "poisoned" } },
;;! ] }
(module
  (memory 1)
  (data (i32.const 0) "\ff\ff\ff\ff\ff\ff\ff\ff")
  (data (i32.const 65528) "\01\02\03\04\05\06\07\08")
  (func (export "copy") (param $to i32) (param $from i32) (param $length i32)
    (memory.copy (local.get $to) (local.get $from) (local.get $length)))
  (func (export "is_as_before") (result i32)
    (i32.and
      (i64.eqz (i64.load (i32.const 16)))
      (i64.eq (i64.load (i32.const 65528)) (i64.const 0x0807060504030201)))))
