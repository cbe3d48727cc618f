;;! title    = "a module of 50,000 different function types is refused, or works"
;;! level    = "must"
;;! spec     = "core 3.0, appendix Implementation Limitations"
;;! evidence = ["V8 wasm-limits.h", "wasmparser limits.rs", "V8 11.3: types are compared pair by pair"]
;;! row      = "ex.compile.many-types"
;;! generate = { kind = "many", of = "types", count = 50000 }
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
