;;! title    = "two functions that tail-call each other through a table forever are ended by the CPU budget, not by the stack"
;;! level    = "must"
;;! spec     = "core 3.0, exec/instructions return_call_indirect: the caller's frame is gone before the call"
;;! evidence = ["wasmtime tests/misc_testsuite/tail-call/loop-across-modules.wast"]
;;! row      = "cpu.calls.tail-loop"
;;! requires = ["tail-call"]
;;! cpu      = { iterations = 10000, time = "60ms" }
;;! [[step]]
;;! call   = "run"
;;! expect = { limit = "cpu" }
(module
  (type $one (func (param i32)))
  (type $two (func (param i32 i64)))
  (table 2 funcref)
  (elem (i32.const 0) $ping $pong)
  ;; Different parameters, so that neither frame fits where the other was.
  (func $ping (type $one)
    (return_call_indirect (type $two) (local.get 0) (i64.const 1) (i32.const 1)))
  (func $pong (type $two)
    (return_call_indirect (type $one) (local.get 0) (i32.const 0)))
  (func (export "run")
    (call $ping (i32.const 7))))
