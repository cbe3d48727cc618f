;;! title    = "a function of 40,000 small blocks with 100 locals alive across them is refused, or works"
;;! level    = "should"
;;! spec     = "core 3.0, appendix Implementation Limitations"
;;! evidence = [
;;!   "quadratic register allocation",
;;!   "wasmtime security policy: slow compilation is no vulnerability, so a host needs a deadline of its own",
;;! ]
;;! row      = "ex.compile.giant-function"
;;! generate = { kind = "giant-function", of = "blocks", bytes = 600000 }
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
