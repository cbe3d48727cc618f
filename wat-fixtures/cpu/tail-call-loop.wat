;;! title    = "a function that tail-calls itself forever is ended by the CPU budget, not by the stack"
;;! level    = "must"
;;! spec     = "core 3.0, exec/instructions return_call: the caller's frame is gone before the call"
;;! evidence = ["wasmtime tests/misc_testsuite/tail-call/loop-across-modules.wast"]
;;! row      = "cpu.calls.tail-loop"
;;! requires = ["tail-call"]
;;! cpu      = { iterations = 10000, time = "60ms" }
;;! [[step]]
;;! call   = "run"
;;! expect = { limit = "cpu" }
(module
  (func $run (export "run")
    (return_call $run)))
