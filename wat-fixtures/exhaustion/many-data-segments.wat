;;! title    = "100,000 data segments of one byte are refused, or initialise the memory"
;;! level    = "must"
;;! spec     = "core 3.0, appendix Implementation Limitations"
;;! evidence = ["V8 wasm-limits.h", "wasmparser limits.rs", "wasmi max_data_segments"]
;;! row      = "ex.compile.many-segments"
;;! generate = { kind = "many", of = "data-segments", count = 100000 }
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
