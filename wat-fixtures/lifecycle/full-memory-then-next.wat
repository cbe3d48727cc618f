;;! title    = "a guest that used its memory up takes nothing from the next one, beside it or after it"
;;! level    = "must"
;;! spec     = "owed to every user of a sandbox: a limit is one guest's, not the host's"
;;! evidence = ["wasmtime: resource limits", "WAMR: what counts as denial of service"]
;;! row      = "life.host.recovers-after-oom"
;;! limits   = { memory = "32MiB" }
;;!
;;! [[step]]
;;! instantiate = "main"
;;!
;;! [[step]]
;;! call   = "fill"
;;! expect = { returned = ["i32:512"] }
;;!
;;! [[step]]
;;! call   = "more"
;;! expect = { any = [
;;!   { returned = ["i32:-1"], when = { "memory.growFailure" = "minus-one" } },
;;!   { limit = "memory", when = { "memory.growFailure" = "trap" } },
;;! ] }
;;!
;;! [[step]]
;;! instantiate = "main"
;;! as          = "beside"
;;!
;;! [[step]]
;;! call   = "fill"
;;! on     = "beside"
;;! expect = { returned = ["i32:512"] }
;;!
;;! [[step]]
;;! drop = "main"
;;!
;;! [[step]]
;;! drop = "beside"
;;!
;;! [[step]]
;;! instantiate = "main"
;;! as          = "after"
;;!
;;! [[step]]
;;! call   = "fill"
;;! on     = "after"
;;! expect = { returned = ["i32:512"] }
(module
  (memory 1)
  (func (export "fill") (result i32)
    (local $at i32)
    (drop (memory.grow (i32.const 511)))
    (loop $next
      (i32.store (local.get $at) (i32.const 1))
      (br_if $next
        (i32.lt_u
          (local.tee $at (i32.add (local.get $at) (i32.const 65536)))
          (i32.shl (memory.size) (i32.const 16)))))
    (memory.size))
  (func (export "more") (result i32) (memory.grow (i32.const 1))))
