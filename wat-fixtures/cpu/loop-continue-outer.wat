;;! title    = "a loop that only an inner loop leads back to is ended by the CPU budget"
;;! level    = "must"
;;! spec     = "owed to every user of a sandbox: a guest that never ends is ended by its budget"
;;! evidence = ["near/finite-wasm #45: a loop that was left uninstrumented"]
;;! row      = "cpu.loop.inner-break-to-outer"
;;! cpu      = { iterations = 10000, time = "60ms" }
;;! [[step]]
;;! call   = "run"
;;! expect = { limit = "cpu" }
(module
  (func (export "run")
    ;; No branch leads to the innermost loop, and the branch that goes on stands two loops deeper than its target.
    (loop $outer
      (loop $middle
        (loop $inner
          (br $outer))))))
