;;! title    = "a shared memory is held to the limit as any other: refused as declared, or refused as it grows"
;;! level    = "must"
;;! spec     = "owed to every user of a sandbox: a memory limit holds for every kind of memory"
;;! evidence = ["wasmtime docs of ResourceLimiter: not invoked for shared memories"]
;;! row      = "mem.limit.shared-memory"
;;! requires = ["threads"]
;;! limits   = { memory = "16 pages" }
;;!
;;! [[step]]
;;! instantiate = "main"
;;! expect      = { any = [{ done = true }, { limit = "memory", phase = "instantiate" }] }
;;!
;;! [[step]]
;;! call   = "grow_until_failure"
;;! expect = { any = [
;;!   { returned = ["i32:1"] },
;;!   { limit = "memory", when = { "memory.growFailure" = "trap" } },
;;! ] }
(module
  (memory 1 64 shared)
  (func (export "grow_until_failure") (result i32)
    (loop $more
      (br_if $more (i32.ne (memory.grow (i32.const 1)) (i32.const -1))))
    (i32.le_u (memory.size) (i32.const 16))))
