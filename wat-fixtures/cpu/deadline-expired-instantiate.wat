;;! title    = "an instantiation whose time is already up makes no sandbox, even where nothing would run"
;;! level    = "must"
;;! spec     = "host protocol, limits: wallMs 0 is a deadline that has passed, with or without a start function"
;;! evidence = ["wazero: context cancelled in advance"]
;;! row      = "cpu.deadline.already-expired"
;;! limits   = { time = "0ms" }
;;! grants   = ["host-function:log"]
;;! modules  = { quiet = "guests/nothing.wat" }
;;! [[step]]
;;! instantiate = "main"
;;! expect      = { limit = "time", output = { log = "" } }
;;! [[step]]
;;! instantiate = "quiet"
;;! grants      = []
;;! expect      = { limit = "time" }
(module
  (import "sandproof:test" "log" (func $log (param i32 i32)))
  (memory (export "memory") 1)
  (data (i32.const 0) "it ran")
  (func $main (call $log (i32.const 0) (i32.const 6)))
  (start $main))
