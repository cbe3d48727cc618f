;;! title    = "two modules that tail-call each other forever are ended by the CPU budget, not by the stack"
;;! level    = "must"
;;! spec     = "core 3.0, exec/instructions return_call: the caller's frame is gone before the call, whoever the callee belongs to"
;;! evidence = ["wasmtime tests/misc_testsuite/tail-call/loop-across-modules.wast", "wabt #2831"]
;;! row      = "cpu.calls.tail-loop-across-modules"
;;! requires = ["tail-call"]
;;! cpu      = { iterations = 10000, time = "60ms" }
;;! modules  = { other = "guests/tail-call-back.wat" }
;;! [[step]]
;;! instantiate = "main"
;;! group       = "pair"
;;! [[step]]
;;! instantiate = "other"
;;! group       = "pair"
;;! link        = { first = "main" }
;;! [[step]]
;;! call   = "run"
;;! expect = { limit = "cpu" }
(module
  (type $bounce (func (param i32)))
  ;; The other module puts its function here.
  (table (export "table") 1 funcref)
  (func $bounce (export "bounce") (param i32)
    (return_call_indirect (type $bounce) (local.get 0) (i32.const 0)))
  (func (export "run")
    (call $bounce (i32.const 7))))
