;;! title    = "an exception with 1,000 values is refused, or arrives whole"
;;! level    = "should"
;;! spec     = "core 3.0, appendix Implementation Limitations"
;;! evidence = ["wasmtime many-results-with-exceptions.wast"]
;;! row      = "ex.exn.payload-huge"
;;! requires = ["exceptions", "multi-value"]
;;! generate = { kind = "payload", of = "try-table", values = 1000 }
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
