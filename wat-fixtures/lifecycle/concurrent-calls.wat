;;! title    = "two calls of one sandbox at once run one after the other, or the second is refused"
;;! level    = "must"
;;! spec     = "core 3.0, exec/runtime: an instance without shared memory has one thread; host protocol, reason busy"
;;! evidence = ["Epsilon's and Chicory's rules of concurrency", "RUSTSEC-2025-0118"]
;;! row      = "life.concurrent.same-instance"
;;! check    = "calls-add-up"
;;!
;;! [[step]]
;;! instantiate = "main"
;;!
;;! [[step]]
;;! parallel = [
;;!   { call = "add", args = ["i32:3000000"], expect = { any = [{ returned = [] }, { rejected = "call", reason = "busy" }] } },
;;!   { call = "add", args = ["i32:3000000"], expect = { any = [{ returned = [] }, { rejected = "call", reason = "busy" }] } },
;;! ]
;;!
;;! [[step]]
;;! call   = "total"
;;! expect = { any = [
;;!   { returned = ["i32:6000000"], when = { state = "persists" } },
;;!   { returned = ["i32:3000000"], when = { state = "persists" } },
;;!   { returned = ["i32:0"], when = { state = "fresh-per-call" } },
;;! ] }

;; The sum stands in memory and is read and written without atomics: calls that run at once lose some of it.
(module
  (memory 1)
  (func (export "add") (param $times i32)
    (loop $again
      (i32.store (i32.const 0) (i32.add (i32.load (i32.const 0)) (i32.const 1)))
      (br_if $again (local.tee $times (i32.sub (local.get $times) (i32.const 1))))))
  (func (export "total") (result i32) (i32.load (i32.const 0))))
