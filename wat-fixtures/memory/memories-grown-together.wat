;;! title    = "memories that grow in turn have no more than the limit together"
;;! level    = "should"
;;! spec     = "docs/protocol.md, limits: memoryBytes counts all memories of the sandbox, or of each where the host declares that scope"
;;! evidence = ["fermyon/spin #3705", "wasmtime docs of StoreLimits: applied to each linear memory individually"]
;;! row      = "mem.limit.per-instance-aggregate"
;;! requires = ["multi-memory"]
;;! limits   = { memory = "16 pages" }
;;!
;;! [[step]]
;;! call   = "grow_in_turn"
;;! expect = { any = [
;;!   { returned = ["i32:1"] },
;;!   { returned = ["i32:2"], when = { "memory.scope" = "memory" } },
;;!   { limit = "memory", when = { "memory.growFailure" = "trap" } },
;;! ] }
(module
  (memory $a 1)
  (memory $b 1)
  ;; 1: both together are within the limit; 2: only each of them is; 0: neither.
  (func (export "grow_in_turn") (result i32)
    (local $rounds i32)
    (loop $more
      (drop (memory.grow $a (i32.const 1)))
      (drop (memory.grow $b (i32.const 1)))
      (local.set $rounds (i32.add (local.get $rounds) (i32.const 1)))
      (br_if $more (i32.lt_u (local.get $rounds) (i32.const 64))))
    (if (i32.le_u (i32.add (memory.size $a) (memory.size $b)) (i32.const 16))
      (then (return (i32.const 1))))
    (if (i32.and
          (i32.le_u (memory.size $a) (i32.const 16))
          (i32.le_u (memory.size $b) (i32.const 16)))
      (then (return (i32.const 2))))
    (i32.const 0)))
