;;! title    = "catch_all does not catch the end of a budget that comes through a host function"
;;! level    = "must"
;;! spec     = "core 3.0, appendix/embedding: what ends a guest from outside is no exception of its own"
;;! evidence = ["a host function may pass the end on as its language's exception, which WebAssembly can catch"]
;;! row      = "cpu.eh.catch-all-cannot-swallow-interrupt"
;;! requires = ["exceptions"]
;;! cpu      = { iterations = 10000, time = "60ms" }
;;! grants   = ["host-function:call-back", "host-function:log"]
;;! [[step]]
;;! call   = "run"
;;! expect = { limit = "cpu", output = { log = "" } }
(module
  (import "sandproof:test" "call-back" (func $call-back (param i32) (result i32)))
  (import "sandproof:test" "log" (func $log (param i32 i32)))
  (memory (export "memory") 1)
  (data (i32.const 0) "caught")
  (func (export "run")
    (loop $again
      (block $caught
        (try_table (catch_all $caught)
          (drop (call $call-back (i32.const 1)))))
      (call $log (i32.const 0) (i32.const 6))
      (br_if $again (i32.const 1))))
  (func (export "callback") (param i32) (result i32)
    (loop $again (br_if $again (local.get 0)))
    (local.get 0)))
