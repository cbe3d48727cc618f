;;! title    = "an exception that no handler takes leaves the call as an exception, not as a trap (legacy encoding)"
;;! level    = "must"
;;! spec     = "legacy exception handling, try and throw"
;;! evidence = ["wasmtime tests/all/exceptions.rs exception_escape_to_host", "V8: WebAssembly.Exception"]
;;! row      = "crash.exception.uncaught"
;;! requires = ["legacy-exceptions"]
;;! [[step]]
;;! call   = "run"
;;! expect = { threw = true }
;; A handler for another tag, and one that throws again what it caught.
(module
  (tag $thrown (param i32 i64))
  (tag $other)
  (func $inner (throw $thrown (i32.const 1) (i64.const 2)))
  (func (export "run")
    try $again
      try
        call $inner
      catch $other
      end
    catch_all
      rethrow $again
    end))
