;;! title    = "a trap in '_initialize' is a trap of phase 'start', and there is no sandbox"
;;! level    = "must"
;;! spec     = "WASI application ABI, reactors; host protocol: _initialize counts as phase start"
;;! evidence = ["wasmtime CLI: greeter_reactor", "V8's trap in a start function"]
;;! row      = "life.reactor.export-before-initialize"
;;!
;;! [[step]]
;;! instantiate = "main"
;;! expect      = { trapped = "unreachable", phase = "start" }
(module
  (func (export "_initialize") unreachable)
  (func (export "run")))
