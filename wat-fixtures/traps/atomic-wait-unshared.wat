;;! title    = "waiting on a memory that is not shared traps, since nobody could ever wake it"
;;! level    = "must"
;;! spec     = "threads proposal, memory.atomic.wait"
;;! evidence = ["wasmtime Trap::AtomicWaitNonSharedMemory", "WebAssembly/threads test/core/atomic.wast"]
;;! row      = "crash.trap.atomic-unaligned~wait-unshared"
;;! requires = ["threads"]
;;! [[step]]
;;! instantiate = "main"
;;! [[step]]
;;! call   = "wait32"
;;! expect = { trapped = "expected-shared-memory" }
;;! [[step]]
;;! drop = "main"
;;! [[step]]
;;! instantiate = "main"
;;! [[step]]
;;! call   = "wait64"
;;! expect = { trapped = "expected-shared-memory" }
;; Both would return at once where waiting were allowed: one sees another value, the other's time is up.
(module
  (memory 1 1)
  (func (export "wait32") (drop (memory.atomic.wait32 (i32.const 0) (i32.const 1) (i64.const -1))))
  (func (export "wait64") (drop (memory.atomic.wait64 (i32.const 8) (i64.const 0) (i64.const 0)))))
