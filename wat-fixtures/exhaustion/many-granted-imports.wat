;;! title    = "30,000 imports of one granted function are refused, or work"
;;! level    = "must"
;;! spec     = "core 3.0, appendix Implementation Limitations"
;;! evidence = ["V8 wasm-limits.h", "wasmparser limits.rs"]
;;! row      = "ex.compile.many-imports"
;;! generate = { kind = "many", of = "granted-imports", count = 30000 }
;;!
;;! [[step]]
;;! instantiate = "main"
;;! grants      = ["host-function:nop"]
;;! expect      = { any = [
;;!   { done = true },
;;!   { rejected = ["decode", "validate"] },
;;!   { limit = ["module-size", "compile", "memory"] },
;;! ] }
;;!
;;! [[step]]
;;! call   = "probe"
;;! expect = { returned = [] }
