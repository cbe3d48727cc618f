;;! title    = "a chain of 100,000 subtypes is refused, or works"
;;! level    = "should"
;;! spec     = "core 3.0, appendix Implementation Limitations"
;;! evidence = ["WasmEdge #4134", "wasmtime gc/more-rec-groups-than-types.wast"]
;;! row      = "ex.compile.rec-types-subtyping"
;;! requires = ["gc"]
;;! generate = { kind = "subtypes", depth = 100000 }
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
