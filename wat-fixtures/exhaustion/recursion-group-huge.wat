;;! title    = "a recursion group of 50,000 types is refused, or works"
;;! level    = "should"
;;! spec     = "core 3.0, appendix Implementation Limitations"
;;! evidence = ["WasmEdge #4134", "wasmtime gc/more-rec-groups-than-types.wast"]
;;! row      = "ex.compile.rec-types-subtyping"
;;! requires = ["gc"]
;;! generate = { kind = "recursion-groups", types = 50000 }
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
