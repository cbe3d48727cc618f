;;! title    = "an exit cannot be taken as an exnref and kept"
;;! level    = "must"
;;! spec     = "core 3.0, exec/instructions: a trap is no exception; owed to every user of a sandbox: what ends a guest ends it"
;;! evidence = [
;;!   "Node 20: whatever JavaScript throws in a host function is caught by catch_all, a hand-made RuntimeError too",
;;!   "WebAssembly/exception-handling #101",
;;! ]
;;! row      = "js.catch-all.host-error-swallowed"
;;! requires = ["exceptions"]
;;! grants   = ["host-function:exit"]
;;!
;;! [[step]]
;;! call   = "run"
;;! expect = { exited = 3 }

(module
  (import "sandproof:test" "exit" (func $exit (param i32)))
  (func (export "run") (result i32) (local $kept exnref)
    (block $caught (result exnref)
      (try_table (catch_all_ref $caught)
        (call $exit (i32.const 3)))
      (return (i32.const 0)))
    (local.set $kept)
    (i32.const 1)))
