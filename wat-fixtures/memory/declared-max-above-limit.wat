;;! title    = "a module whose maximum is above the limit is made, and grows to the limit and no further"
;;! level    = "should"
;;! spec     = "core 3.0, exec/modules growing memories; a maximum is what a module may ask for, not what it needs"
;;! evidence = ["wazero #1153, commit 94743cc"]
;;! row      = "mem.limit.declared-max-above-limit-loads"
;;! limits   = { memory = "16 pages" }
;;!
;;! [[step]]
;;! instantiate = "main"
;;! expect      = { any = [{ done = true }, { limit = "memory", phase = "instantiate" }] }
;;!
;;! [[step]]
;;! call   = "grow_until_failure"
;;! expect = { any = [
;;!   { returned = ["i32:16"] },
;;!   { limit = "memory", when = { "memory.growFailure" = "trap" } },
;;! ] }
(module
  (memory 1 65536)
  (func (export "grow_until_failure") (result i32)
    (loop $more
      (if (i32.lt_u (memory.size) (i32.const 1000))
        (then (br_if $more (i32.ne (memory.grow (i32.const 1)) (i32.const -1))))))
    (memory.size)))
