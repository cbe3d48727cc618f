;;! title    = "a legacy exception that every frame of a deep recursion catches and throws on arrives at the top, or ends by a limit"
;;! level    = "should"
;;! spec     = "exception handling (legacy), execution of rethrow"
;;! evidence = ["wasmtime many-results-with-exceptions.wast"]
;;! row      = "ex.exn.chain"
;;! requires = ["legacy-exceptions"]
;;!
;;! [[step]]
;;! call   = "run"
;;! expect = { any = [{ returned = ["i32:7"] }, { limit = ["stack", "fuel", "time"] }] }

;; 500 rethrows of one exception, twenty times over.
(module
  (tag $seven (param i32))
  (func $dive (param $left i32)
    (try $here
      (do
        (if (local.get $left)
          (then (call $dive (i32.sub (local.get $left) (i32.const 1))))
          (else (throw $seven (i32.const 7)))))
      (catch_all (rethrow $here))))
  (func $once (result i32)
    (try (result i32)
      (do
        (call $dive (i32.const 500))
        (i32.const 0))
      (catch $seven)))
  (func (export "run") (result i32) (local $left i32) (local $value i32)
    (local.set $left (i32.const 20))
    (loop $again
      (local.set $value (call $once))
      (br_if $again (local.tee $left (i32.sub (local.get $left) (i32.const 1)))))
    (local.get $value)))
