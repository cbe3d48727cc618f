;;! title    = "a guest that grows page by page never has more than the limit, and keeps what it wrote"
;;! level    = "must"
;;! spec     = "owed to every user of a sandbox: a memory limit holds however a guest comes near it"
;;! evidence = ["wasmtime tests/all/cli_tests/memory-grow-failure.wat", "extism runtime tests, test_memory_max"]
;;! row      = "mem.grow.loop-until-failure"
;;! limits   = { memory = "16 pages" }
;;!
;;! [[step]]
;;! call   = "grow_until_failure"
;;! expect = { any = [
;;!   { returned = ["i32:1"] },
;;!   { limit = "memory", when = { "memory.growFailure" = "trap" } },
;;! ] }
(module
  (memory 1)
  (func (export "grow_until_failure") (result i32)
    (local $page i32)
    ;; Bounded well above the limit, so that a host without one answers too.
    (loop $more
      (i32.store offset=65532 (i32.shl (local.get $page) (i32.const 16)) (local.get $page))
      (local.set $page (i32.add (local.get $page) (i32.const 1)))
      (if (i32.lt_u (local.get $page) (i32.const 1000))
        (then (br_if $more (i32.ne (memory.grow (i32.const 1)) (i32.const -1))))))
    (if (i32.gt_u (memory.size) (i32.const 16))
      (then (return (i32.const 0))))
    (loop $back
      (local.set $page (i32.sub (local.get $page) (i32.const 1)))
      (if (i32.ne
            (i32.load offset=65532 (i32.shl (local.get $page) (i32.const 16)))
            (local.get $page))
        (then (return (i32.const 0))))
      (br_if $back (local.get $page)))
    (i32.const 1)))
