;;! title    = "100 equal recursion groups of 500 types are refused, or work"
;;! level    = "should"
;;! spec     = "core 3.0, appendix Implementation Limitations"
;;! evidence = ["WasmEdge #4134", "wasmtime gc/more-rec-groups-than-types.wast"]
;;! row      = "ex.compile.rec-types-subtyping"
;;! requires = ["gc"]
;;! generate = { kind = "recursion-groups", types = 500, groups = 100 }
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
