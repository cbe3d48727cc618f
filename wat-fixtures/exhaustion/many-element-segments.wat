;;! title    = "100,000 element segments of one element are refused, or initialise the table"
;;! level    = "must"
;;! spec     = "core 3.0, appendix Implementation Limitations"
;;! evidence = ["V8 wasm-limits.h", "wasmparser limits.rs"]
;;! row      = "ex.compile.many-segments"
;;! generate = { kind = "many", of = "element-segments", count = 100000 }
;;!
;;! [[step]]
;;! instantiate = "main"
;;! expect      = { any = [
;;!   { done = true },
;;!   { rejected = ["decode", "validate"] },
;;!   { limit = ["module-size", "compile", "memory"] },
;;! ] }
;;!
;;! [[step]]
;;! call   = "probe"
;;! expect = { returned = [] }
