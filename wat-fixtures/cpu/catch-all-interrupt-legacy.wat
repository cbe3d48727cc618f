;;! title    = "catch_all does not catch the end of a budget (legacy exceptions)"
;;! level    = "must"
;;! spec     = "core 3.0, appendix/embedding: what ends a guest from outside is no exception of its own"
;;! evidence = ["wasmtime tests/misc_testsuite/traps-skip-catch-all.wast"]
;;! row      = "cpu.eh.catch-all-cannot-swallow-interrupt"
;;! requires = ["legacy-exceptions"]
;;! cpu      = { iterations = 10000, time = "60ms" }
;;! [[step]]
;;! call   = "run"
;;! expect = { limit = "cpu" }
(module
  (func (export "run")
    ;; A handler that ran would lead back into the inner loop.
    (loop $outer
      (try
        (do (loop $inner (br_if $inner (i32.const 1))))
        (catch_all))
      (br_if $outer (i32.const 1)))))
