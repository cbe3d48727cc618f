;;! title    = "a sandbox that is dropped gives its memory back"
;;! level    = "must"
;;! spec     = "owed to every user of a sandbox: guests that are gone cost nothing"
;;! evidence = ["wasmtime: no_leak", "wazero: memleak_test"]
;;! row      = "life.instance.teardown-releases"
;;! limits   = { memory = "16MiB" }
;;! repeat   = { times = 48, touches = "16MiB" }
;;!
;;! [[step]]
;;! call   = "touch"
;;! expect = { returned = [] }
(module
  (memory 1)
  (func (export "touch")
    (local $at i32)
    (drop (memory.grow (i32.const 255)))
    (loop $next
      (i32.store (local.get $at) (i32.const 1))
      (br_if $next (i32.lt_u (local.tee $at (i32.add (local.get $at) (i32.const 4096))) (i32.const 16777216))))))
