;;! title    = "no handler of the guest runs when the stack is exhausted (legacy encoding)"
;;! level    = "must"
;;! spec     = "core 3.0, appendix A.1 implementation limitations: the computation is terminated"
;;! evidence = ["wasmtime tests/misc_testsuite traps-skip-catch-all.wast"]
;;! row      = "crash.trap.not-catchable"
;;! requires = ["legacy-exceptions"]
;;! [[step]]
;;! call   = "run"
;;! expect = { limit = "stack" }
;; Every frame on the stack has a handler.
(module
  (func $recurse (export "run")
    (try
      (do (call $recurse))
      (catch_all))))
