;;! title    = "frames of vectors that live across the call exhaust the stack"
;;! level    = "must"
;;! spec     = "core 3.0, appendix A.1 implementation limitations"
;;! evidence = ["WAMR 'native stack overflow'"]
;;! row      = "crash.stack.big-frames"
;;! requires = ["simd"]
;;! generate = { kind = "recursion", type = "v128", locals = 1000, live = 1000 }
;;! [[step]]
;;! call   = "run"
;;! expect = { limit = "stack" }
