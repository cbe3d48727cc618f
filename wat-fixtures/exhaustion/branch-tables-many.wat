;;! title    = "100 br_tables of 10,000 targets each are refused, or work"
;;! level    = "must"
;;! spec     = "core 3.0, appendix Implementation Limitations"
;;! evidence = ["wasmparser MAX_WASM_BR_TABLE_SIZE", "V8 wasm-limits.h"]
;;! row      = "ex.compile.br_table-giant"
;;! generate = { kind = "branches", targets = 10000, tables = 100 }
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
