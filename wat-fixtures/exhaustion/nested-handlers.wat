;;! title    = "100,000 handlers inside each other do not overflow the stack of a compiler"
;;! level    = "must"
;;! spec     = "core 3.0, appendix Implementation Limitations"
;;! evidence = ["wasmtime, docs/security: uncontrolled recursion", "WasmEdge #4134"]
;;! row      = "ex.compile.deep-nesting"
;;! requires = ["exceptions"]
;;! generate = { kind = "nesting", of = "try-table", depth = 100000 }
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
