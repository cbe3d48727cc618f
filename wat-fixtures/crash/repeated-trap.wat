;;! title    = "guests that trap with all their memory in use leave nothing behind"
;;! level    = "must"
;;! spec     = "owed to every user of a sandbox: a guest that ended costs nothing"
;;! evidence = ["Extism test_fuel: 10,001 times", "wazero memleak_test"]
;;! row      = "crash.repeat.no-leak"
;;! limits   = { memory = "8MiB" }
;;! repeat   = { times = 50, touches = "8MiB" }
;;! [[step]]
;;! call   = "run"
;;! expect = { trapped = "unreachable" }
;; Writes to each page of 4 KiB, so that the memory is really there, and traps far from the entry.
(module
  (memory 128 128)
  (func $touch (param $at i32)
    (loop $next
      (i32.store (local.get $at) (i32.const 1))
      (br_if $next
        (i32.lt_u (local.tee $at (i32.add (local.get $at) (i32.const 4096))) (i32.const 8388608))))
    (unreachable))
  (func $descend (param $left i32)
    (if (local.get $left)
      (then (call $descend (i32.sub (local.get $left) (i32.const 1))))
      (else (call $touch (i32.const 0)))))
  (func (export "run") (call $descend (i32.const 50))))
