;;! title    = "a function with 50,001 locals, more than JavaScript hosts may take, is contained"
;;! level    = "must"
;;! spec     = "core 3.0, appendix Implementation Limitations"
;;! evidence = ["JS-API, Implementation-defined Limits: 50,000 locals", "multiversx PR #165"]
;;! row      = "ex.compile.many-locals"
;;! generate = { kind = "locals", count = 50001 }
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
