;;! title    = "when a guest had all the memory of its limit and is gone, the next one can have all of it"
;;! level    = "must"
;;! spec     = "owed to every user of a sandbox: what a guest had comes back"
;;! evidence = ["wasmtime tests/all/limits.rs", "wasm-micro-runtime, its definition of denial of service"]
;;! row      = "life.host.recovers-after-oom"
;;! limits   = { memory = "64 pages" }
;;! modules  = { whole = "all-memory-again.whole.wat" }
;;!
;;! [[step]]
;;! instantiate = "main"
;;!
;;! [[step]]
;;! call   = "take_all"
;;! expect = { any = [
;;!   { returned = ["i32:64"] },
;;!   { limit = "memory", when = { "memory.growFailure" = "trap" } },
;;! ] }
;;!
;;! [[step]]
;;! drop = "main"
;;!
;;! [[step]]
;;! instantiate = "whole"
;;!
;;! [[step]]
;;! call   = "touch"
;;! on     = "whole"
;;! expect = { returned = ["i32:1"] }
(module
  (memory (export "memory") 1)
  (func (export "take_all") (result i32)
    (loop $more
      (i32.store offset=65532 (i32.shl (i32.sub (memory.size) (i32.const 1)) (i32.const 16)) (i32.const 1))
      (if (i32.lt_u (memory.size) (i32.const 1000))
        (then (br_if $more (i32.ne (memory.grow (i32.const 1)) (i32.const -1))))))
    (memory.size)))
