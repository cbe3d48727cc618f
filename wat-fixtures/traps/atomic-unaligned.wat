;;! title    = "an atomic access to an address that is no multiple of its width traps"
;;! level    = "must"
;;! spec     = "threads proposal, atomic memory accesses: alignment"
;;! evidence = ["wasmtime Trap::HeapMisaligned", "WebAssembly/threads test/core/atomic.wast"]
;;! row      = "crash.trap.atomic-unaligned~wait-unshared"
;;! requires = ["threads"]
;;! [[step]]
;;! instantiate = "main"
;;! [[step]]
;;! call   = "load"
;;! expect = { trapped = "unaligned-atomic" }
;;! [[step]]
;;! drop = "main"
;;! [[step]]
;;! instantiate = "main"
;;! [[step]]
;;! call   = "store"
;;! expect = { trapped = "unaligned-atomic" }
;;! [[step]]
;;! drop = "main"
;;! [[step]]
;;! instantiate = "main"
;;! [[step]]
;;! call   = "read-modify-write"
;;! expect = { trapped = "unaligned-atomic" }
;;! [[step]]
;;! drop = "main"
;;! [[step]]
;;! instantiate = "main"
;;! [[step]]
;;! call   = "compare-exchange"
;;! expect = { trapped = "unaligned-atomic" }
;;! [[step]]
;;! drop = "main"
;;! [[step]]
;;! instantiate = "main"
;;! [[step]]
;;! call   = "notify"
;;! expect = { trapped = "unaligned-atomic" }
(module
  (memory 1 1 shared)
  (global $one (mut i32) (i32.const 1))
  (global $four (mut i32) (i32.const 4))
  (func (export "load") (drop (i32.atomic.load (global.get $one))))
  (func (export "store") (i32.atomic.store16 (global.get $one) (i32.const 0)))
  ;; Aligned for half of the width.
  (func (export "read-modify-write") (drop (i64.atomic.rmw.add (global.get $four) (i64.const 1))))
  ;; The address is aligned, what it comes to with the offset is not.
  (func (export "compare-exchange")
    (drop (i32.atomic.rmw.cmpxchg offset=2 (global.get $four) (i32.const 0) (i32.const 1))))
  (func (export "notify") (drop (memory.atomic.notify offset=1 (global.get $four) (i32.const 1)))))
