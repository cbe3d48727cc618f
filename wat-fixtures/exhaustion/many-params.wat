;;! title    = "a function of 1,001 parameters, more than JavaScript hosts may take, is contained"
;;! level    = "must"
;;! spec     = "core 3.0, appendix Implementation Limitations"
;;! evidence = [
;;!   "RUSTSEC-2024-0366 (CWA-2023-004): parameters of a function blew up the compiler",
;;!   "JS-API, Implementation-defined Limits: 1,000",
;;!   "wasmi #1116",
;;! ]
;;! row      = "ex.compile.many-params"
;;! generate = { kind = "signature", params = 1001, results = 0 }
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
