;;! title    = "50,000 imports that nobody granted are refused at once"
;;! level    = "must"
;;! spec     = "core 3.0, appendix Implementation Limitations"
;;! evidence = ["V8 wasm-limits.h", "wasmparser limits.rs"]
;;! row      = "ex.compile.many-imports"
;;! generate = { kind = "many", of = "imports", count = 50000 }
;;!
;;! [[step]]
;;! instantiate = "main"
;;! expect      = { any = [
;;!   { rejected = ["decode", "validate", "link"] },
;;!   { limit = ["module-size", "compile", "memory"] },
;;!   { done = true, when = { unknownImports = "trap-on-call" } },
;;! ] }
