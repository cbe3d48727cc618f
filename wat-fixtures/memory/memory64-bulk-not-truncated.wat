;;! title    = "a bulk operation on a 64-bit memory counts its length and its addresses with all their 64 bits"
;;! level    = "must"
;;! spec     = "core 3.0, exec/instructions memory.fill and memory.copy"
;;! evidence = ["WebAssembly spec tests memory_fill64.wast and memory_copy64.wast"]
;;! row      = "mem.bulk.oob-no-partial"
;;! requires = ["memory64", "bulk-memory"]
;;!
;;! [[step]]
;;! instantiate = "main"
;;! as          = "fill-length"
;;!
;;! [[step]]
;;! call   = "fill"
;;! on     = "fill-length"
;;! args   = ["i64:0", "i64:4294967304"]
;;! expect = { any = [{ trapped = "memory-out-of-bounds" }, { limit = "fuel" }] }
;;!
;;! [[step]]
;;! drop = "fill-length"
;;!
;;! [[step]]
;;! instantiate = "main"
;;! as          = "fill-address"
;;!
;;! [[step]]
;;! call   = "fill"
;;! on     = "fill-address"
;;! args   = ["i64:4294967296", "i64:8"]
;;! expect = { trapped = "memory-out-of-bounds" }
;;!
;;! [[step]]
;;! drop = "fill-address"
;;!
;;! [[step]]
;;! instantiate = "main"
;;! as          = "copy-length"
;;!
;;! [[step]]
;;! call   = "copy"
;;! on     = "copy-length"
;;! args   = ["i64:0", "i64:8", "i64:4294967304"]
;;! expect = { any = [{ trapped = "memory-out-of-bounds" }, { limit = "fuel" }] }
(module
  (memory i64 1)
  (func (export "fill") (param $to i64) (param $length i64)
    (memory.fill (local.get $to) (i32.const 1) (local.get $length)))
  (func (export "copy") (param $to i64) (param $from i64) (param $length i64)
    (memory.copy (local.get $to) (local.get $from) (local.get $length))))
