;;! title    = "a sandbox keeps its state and its answers when another one of the same module runs out of its budget"
;;! level    = "must"
;;! spec     = "owed to every user of a sandbox: a budget ends the guest whose budget it is"
;;! evidence = ["extism: its timer bumps an epoch that engines share", "wasmtime docs of Engine::increment_epoch: shared by all stores"]
;;! row      = "crash.after-trap.sibling-unaffected"
;;! cpu      = { iterations = 10000, time = "100ms" }
;;!
;;! [[step]]
;;! instantiate = "main"
;;! as          = "sibling"
;;!
;;! [[step]]
;;! instantiate = "main"
;;! as          = "spinning"
;;!
;;! [[step]]
;;! call   = "count"
;;! on     = "sibling"
;;! expect = { returned = ["i32:1"] }
;;!
;;! [[step]]
;;! call   = "spin"
;;! on     = "spinning"
;;! expect = { limit = "cpu" }
;;!
;;! [[step]]
;;! call   = "count"
;;! on     = "sibling"
;;! expect = { any = [
;;!   { returned = ["i32:2"], when = { "state" = "persists" } },
;;!   { returned = ["i32:1"], when = { "state" = "fresh-per-call" } },
;;! ] }
(module
  (memory 1)
  (func (export "count") (result i32)
    (i32.store (i32.const 8) (i32.add (i32.load (i32.const 8)) (i32.const 1)))
    (i32.load (i32.const 8)))
  (func (export "spin")
    (loop $forever (br $forever))))
