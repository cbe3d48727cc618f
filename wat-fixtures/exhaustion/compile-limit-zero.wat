;;! title    = "a limit of no time at all for compiling is a limit: nothing is compiled"
;;! level    = "should"
;;! spec     = "docs/protocol.md, limits: 0 is a limit of zero"
;;! evidence = ["a zero that means no limit", "Cloudflare Workers: start-up within 1 s"]
;;! row      = "ex.compile.deadline"
;;! limits   = { compile = "0ms" }
;;!
;;! [[step]]
;;! instantiate = "main"
;;! expect      = { limit = "compile", phase = "validate" }

(module
  (func (export "probe")))
