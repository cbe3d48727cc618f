;;! title    = "a br_table of a million targets is refused, or works"
;;! level    = "must"
;;! spec     = "core 3.0, appendix Implementation Limitations"
;;! evidence = ["wasmparser MAX_WASM_BR_TABLE_SIZE", "V8 wasm-limits.h"]
;;! row      = "ex.compile.br_table-giant"
;;! generate = { kind = "branches", targets = 1000000 }
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
