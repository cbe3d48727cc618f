;;! title    = "the memory limit holds while the start function runs"
;;! level    = "must"
;;! spec     = "owed to every user of a sandbox: a limit holds from the guest's first instruction on"
;;! evidence = ["wasmtime tests/all/limits.rs"]
;;! row      = "mem.grow.beyond-limit-minus-one"
;;! limits   = { memory = "16 pages" }
;;!
;;! [[step]]
;;! instantiate = "main"
;;! expect      = { any = [
;;!   { done = true },
;;!   { limit = "memory", phase = "start", when = { "memory.growFailure" = "trap" } },
;;! ] }
;;!
;;! [[step]]
;;! call   = "was_refused"
;;! expect = { returned = ["i32:1"] }
(module
  (memory 1)
  (global $answer (mut i32) (i32.const 0))
  (func $start
    (global.set $answer (memory.grow (i32.const 16))))
  (start $start)
  (func (export "was_refused") (result i32)
    (i32.and
      (i32.eq (global.get $answer) (i32.const -1))
      (i32.eq (memory.size) (i32.const 1)))))
