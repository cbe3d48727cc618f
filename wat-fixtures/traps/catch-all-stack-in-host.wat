;;! title    = "no handler of the guest runs when a host function finds the stack exhausted"
;;! level    = "must"
;;! spec     = "core 3.0, appendix A.1 implementation limitations: the computation is terminated"
;;! evidence = ["V8: what a host function throws is for catch_all, unless the engine itself raised it"]
;;! row      = "crash.trap.not-catchable"
;;! requires = ["exceptions"]
;;! grants   = ["host-function:add"]
;;! [[step]]
;;! call   = "run"
;;! expect = { any = [{ limit = "stack" }, { trapped = "host-function" }] }
;; The host is called in every frame, so that either side may be the one that finds no room.
(module
  (import "sandproof:test" "add" (func $add (param i32 i32) (result i32)))
  (func $recurse (export "run")
    (block $caught
      (try_table (catch_all $caught)
        (drop (call $add (i32.const 1) (i32.const 2)))
        (call $recurse)))))
