;;! title    = "instantiations that fail with all their memory in use leave nothing behind"
;;! level    = "must"
;;! spec     = "owed to every user of a sandbox: a guest that ended costs nothing"
;;! evidence = ["wasmtime memory_reset_if_instantiation_fails", "Extism test_fuel: 10,001 times"]
;;! row      = "crash.repeat.no-leak"
;;! limits   = { memory = "8MiB" }
;;! repeat   = { times = 50, touches = "8MiB" }
;;! [[step]]
;;! instantiate = "main"
;;! expect      = { trapped = "unreachable", phase = "start" }
;; Nobody has a handle by which this memory could be freed.
(module
  (memory 128 128)
  (func $start (local $at i32)
    (loop $next
      (i32.store (local.get $at) (i32.const 1))
      (br_if $next
        (i32.lt_u (local.tee $at (i32.add (local.get $at) (i32.const 4096))) (i32.const 8388608))))
    (unreachable))
  (start $start))
