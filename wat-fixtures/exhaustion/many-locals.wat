;;! title    = "a function with 50,000 locals is refused, or works"
;;! level    = "must"
;;! spec     = "core 3.0, appendix Implementation Limitations"
;;! evidence = ["JS-API, Implementation-defined Limits: 50,000 locals", "ziggy42/epsilon #66"]
;;! row      = "ex.compile.many-locals"
;;! generate = { kind = "locals", count = 50000 }
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
;;! expect = { any = [{ returned = [] }, { limit = ["stack", "memory"] }] }
