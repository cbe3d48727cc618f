;;! title    = "a function that declares 2^32-1 locals in five bytes costs the host nothing"
;;! level    = "must"
;;! spec     = "core 3.0, binary/modules code section, and appendix Implementation Limitations"
;;! evidence = ["ziggy42/epsilon #66 and #67", "multiversx PR #165"]
;;! row      = "ex.compile.many-locals"
;;! generate = { kind = "locals", count = 4294967295 }
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
;;! expect = { any = [{ returned = [] }, { limit = ["stack", "memory", "fuel", "time"] }] }

;; The count is legal as a number. A host that makes an entry for each local asks for sixteen gigabytes before it looks at a limit.
