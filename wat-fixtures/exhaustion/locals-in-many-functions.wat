;;! title    = "200 functions of 50,000 locals each, ten million in two kilobytes, are refused, or work"
;;! level    = "must"
;;! spec     = "core 3.0, appendix Implementation Limitations"
;;! evidence = ["ziggy42/epsilon #66", "bytes grow by ten for each function, what a compiler keeps by 50,000"]
;;! row      = "ex.compile.many-locals"
;;! generate = { kind = "locals", count = 50000, functions = 200 }
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
