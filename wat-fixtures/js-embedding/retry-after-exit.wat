;;! title    = "a guest that was asked to end has no host function any more: nothing is written after an exit"
;;! level    = "must"
;;! spec     = "core 3.0, exec/instructions: a trap is no exception; owed to every user of a sandbox: what ends a guest ends it"
;;! evidence = ["Node 20: a guest catches the abort and asks again, a million times"]
;;! row      = "js.catch-all.retry-loop"
;;! requires = ["exceptions"]
;;! grants   = ["host-function:exit", "host-function:log"]
;;!
;;! [[step]]
;;! call   = "run"
;;! expect = { exited = 3, output = { log = "" } }

(module
  (import "sandproof:test" "exit" (func $exit (param i32)))
  (import "sandproof:test" "log" (func $log (param i32 i32)))
  (memory (export "memory") 1)
  (data (i32.const 0) "still here")
  (func (export "run") (local $left i32)
    (local.set $left (i32.const 1000))
    (loop $again
      (block $caught
        (try_table (catch_all $caught)
          (call $exit (i32.const 3))))
      (call $log (i32.const 0) (i32.const 10))
      (br_if $again (local.tee $left (i32.sub (local.get $left) (i32.const 1)))))))
