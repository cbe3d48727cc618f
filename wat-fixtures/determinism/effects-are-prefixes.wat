;;! title    = "with less fuel a guest does the beginning of what it does with more"
;;! level    = "must"
;;! spec     = "host protocol, declares cpu.deterministic: where a guest stops is a function of its fuel"
;;! evidence = ["wasmer #1041, its discussion"]
;;! row      = "det.fuel.side-effects-prefix"
;;! requires = ["output"]
;;! grants   = ["host-function:log"]
;;! check    = "effects-are-prefixes"
;;! [[step]]
;;! instantiate = "main"
;;! as          = "least"
;;! limits      = { fuel = "calibrated:2000" }
;;! [[step]]
;;! call   = "run"
;;! on     = "least"
;;! expect = { limit = "fuel", when = { "cpu.deterministic" = true } }
;;! [[step]]
;;! instantiate = "main"
;;! as          = "less"
;;! limits      = { fuel = "calibrated:4000" }
;;! [[step]]
;;! call   = "run"
;;! on     = "less"
;;! expect = { limit = "fuel", when = { "cpu.deterministic" = true } }
;;! [[step]]
;;! instantiate = "main"
;;! as          = "same"
;;! limits      = { fuel = "calibrated:4000" }
;;! [[step]]
;;! call   = "run"
;;! on     = "same"
;;! expect = { limit = "fuel", when = { "cpu.deterministic" = true } }
;;! [[step]]
;;! instantiate = "main"
;;! as          = "more"
;;! limits      = { fuel = "calibrated:6000" }
;;! [[step]]
;;! call   = "run"
;;! on     = "more"
;;! expect = { limit = "fuel", when = { "cpu.deterministic" = true } }
(module
  (import "sandproof:test" "log" (func $log (param i32 i32)))
  (memory (export "memory") 1)
  (data (i32.const 0) "abcdefghijklmnopqrstuvwxyz")
  (func $burn (param $n i32)
    (loop $again
      (local.set $n (i32.sub (local.get $n) (i32.const 1)))
      (br_if $again (local.get $n))))
  ;; A letter after every 400 rounds, as long as there is fuel.
  (func (export "run") (local $letter i32)
    (loop $again
      (call $burn (i32.const 400))
      (call $log (local.get $letter) (i32.const 1))
      (local.set $letter (i32.rem_u (i32.add (local.get $letter) (i32.const 1)) (i32.const 26)))
      (br_if $again (i32.const 1)))))
