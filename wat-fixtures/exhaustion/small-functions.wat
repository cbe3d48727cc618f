;;! title    = "10,000 functions of two bytes, all of them called, are refused, or work"
;;! level    = "should"
;;! spec     = "core 3.0, appendix Implementation Limitations"
;;! evidence = [
;;!   "wasmi MinAvgBytesPerFunction",
;;!   "each function costs far more than its bytes say; a host that compiles on the first call does it all here",
;;! ]
;;! row      = "ex.compile.min-avg-bytes"
;;! generate = { kind = "many", of = "called-functions", count = 10000 }
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
