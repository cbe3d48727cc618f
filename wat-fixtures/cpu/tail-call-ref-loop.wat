;;! title    = "a function that tail-calls itself through a reference forever is ended by the CPU budget, not by the stack"
;;! level    = "must"
;;! spec     = "core 3.0, exec/instructions return_call_ref: the caller's frame is gone before the call"
;;! evidence = ["wasmtime tests/misc_testsuite/tail-call/loop-across-modules.wast"]
;;! row      = "cpu.calls.tail-loop"
;;! requires = ["tail-call", "reference-types", "function-references"]
;;! cpu      = { iterations = 10000, time = "60ms" }
;;! [[step]]
;;! call   = "run"
;;! expect = { limit = "cpu" }
(module
  (type $again (func))
  (elem declare func $run)
  (func $run (export "run") (type $again)
    (return_call_ref $again (ref.func $run))))
