;;! title    = "a compilation with a limit of 20 ms is done, or given up, in time"
;;! level    = "should"
;;! spec     = "owed to every user of a sandbox: a limit on the time of compiling holds"
;;! evidence = [
;;!   "Cloudflare Workers: start-up within 1 s",
;;!   "wasmtime security policy: slow compilation is no vulnerability, so a host needs a deadline of its own",
;;! ]
;;! row      = "ex.compile.deadline"
;;! limits   = { compile = "20ms" }
;;! generate = { kind = "giant-function", of = "blocks", bytes = 1000000 }
;;!
;;! [[step]]
;;! instantiate = "main"
;;! expect      = { any = [
;;!   { limit = "compile", phase = "validate" },
;;!   { rejected = ["decode", "validate"] },
;;!   { done = true },
;;! ] }
