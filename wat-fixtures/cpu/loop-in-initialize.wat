;;! title    = "an _initialize that never ends is ended by the CPU budget of the instantiation"
;;! level    = "must"
;;! spec     = "owed to every user of a sandbox: what the host calls by itself has a budget (WASI preview 1, reactors)"
;;! evidence = ["wasmtime cli_tests timeout_in_invoke", "extism #407"]
;;! row      = "cpu.loop.in-_initialize~_start"
;;! cpu      = { iterations = 10000, time = "60ms" }
;;! [[step]]
;;! instantiate = "main"
;;! expect      = { limit = "cpu", phase = "start" }
(module
  (func (export "_initialize")
    (loop $again (br_if $again (i32.const 1)))))
