;;! title    = "frames of 50,000 locals exhaust the stack without reaching past its guard"
;;! level    = "must"
;;! spec     = "core 3.0, appendix A.1 implementation limitations"
;;! evidence = ["V8 kV8MaxWasmFunctionLocals = 50000, parameters included", "WAMR 'native stack overflow'"]
;;! row      = "crash.stack.big-frames"
;;! generate = { kind = "recursion", type = "i64", locals = 49999, live = 2000 }
;;! [[step]]
;;! instantiate = "main"
;;! expect      = { any = [{ done = true }, { rejected = ["decode", "validate"] }] }
;;! [[step]]
;;! call   = "run"
;;! expect = { limit = ["stack", "memory"] }
;; Frames may be on the heap, whose limit is the memory's. An engine may take fewer locals than that (appendix A.1), and
;; then there is nothing to call.
