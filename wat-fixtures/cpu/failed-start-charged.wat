;;! title    = "an instantiation that fails is paid for by its group"
;;! level    = "must"
;;! spec     = "host protocol, group and link: one fuel balance for all members"
;;! evidence = ["wasmer #890", "CosmWasm CWA-2025-005"]
;;! row      = "cpu.fuel.charged-at-instantiation"
;;! modules  = { anchor = "guests/nothing.wat" }
;;! [[step]]
;;! instantiate = "anchor"
;;! group       = "shared"
;;! limits      = { fuel = "calibrated:10000" }
;;! [[step]]
;;! instantiate = "main"
;;! as          = "first"
;;! group       = "shared"
;;! expect      = { trapped = "*", phase = "start" }
;;! [[step]]
;;! instantiate = "main"
;;! as          = "second"
;;! group       = "shared"
;;! expect      = { trapped = "*", phase = "start" }
;;! [[step]]
;;! instantiate = "main"
;;! as          = "third"
;;! group       = "shared"
;;! expect      = { limit = "fuel", phase = "start" }
(module
  (func $burn (export "burn") (param $n i32)
    (loop $again
      (local.set $n (i32.sub (local.get $n) (i32.const 1)))
      (br_if $again (local.get $n))))
  (func $main
    (call $burn (i32.const 4000))
    (unreachable))
  (start $main))
