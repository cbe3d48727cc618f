;;! title    = "a function of 7.7 MB is refused, or works"
;;! level    = "should"
;;! spec     = "core 3.0, appendix Implementation Limitations"
;;! evidence = [
;;!   "V8 kV8MaxWasmFunctionSize: 7,654,321 bytes",
;;!   "wasmtime security policy: slow compilation is no vulnerability, so a host needs a deadline of its own",
;;! ]
;;! row      = "ex.compile.giant-function"
;;! generate = { kind = "giant-function", of = "constants", bytes = 7700000 }
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
