;;! title    = "an exception that no handler takes leaves the call as an exception, not as a trap"
;;! level    = "must"
;;! spec     = "core 3.0, exec/runtime throw contexts; exec/instructions throw_ref"
;;! evidence = ["wasmtime tests/all/exceptions.rs exception_escape_to_host", "WasmEdge UncaughtException"]
;;! row      = "crash.exception.uncaught"
;;! requires = ["exceptions"]
;;! [[step]]
;;! call   = "run"
;;! expect = { threw = true }
;; The handler on its way is for another tag.
(module
  (tag $thrown (param i32 i64))
  (tag $other)
  (func $inner (throw $thrown (i32.const 1) (i64.const 2)))
  (func (export "run")
    (block $caught
      (try_table (catch $other $caught) (call $inner)))))
