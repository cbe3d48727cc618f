;;! title    = "a guest that fails in its start function gives its memory back, though there was never a sandbox to drop"
;;! level    = "must"
;;! spec     = "owed to every user of a sandbox: guests that are gone cost nothing"
;;! evidence = ["wasmtime: no_leak", "wazero: memleak_test"]
;;! row      = "life.instance.teardown-releases"
;;! limits   = { memory = "16MiB" }
;;! repeat   = { times = 48, touches = "16MiB" }
;;!
;;! [[step]]
;;! instantiate = "main"
;;! expect      = { trapped = "*", phase = "start" }
(module
  (memory 256)
  (func $start
    (local $at i32)
    (loop $next
      (i32.store (local.get $at) (i32.const 1))
      (br_if $next (i32.lt_u (local.tee $at (i32.add (local.get $at) (i32.const 4096))) (i32.const 16777216))))
    unreachable)
  (start $start))
