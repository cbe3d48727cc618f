;;! title    = "a function that was called often enough to be optimised is still ended by the CPU budget"
;;! level    = "must"
;;! spec     = "owed to every user of a sandbox: a guest that never ends is ended by its budget"
;;! evidence = ["engines compile hot functions again, with other code for their checks"]
;;! row      = "cpu.loop.no-calls-pure-wasm"
;;! cpu      = { iterations = 1000000, time = "60ms" }
;;! [[step]]
;;! call   = "spin"
;;! args   = ["i32:20000"]
;;! repeat = 20
;;! expect = { returned = [] }
;;! [[step]]
;;! call   = "spin"
;;! args   = ["i32:0"]
;;! expect = { limit = "cpu" }
(module
  ;; From 0 it counts down through all of 2^32 numbers.
  (func (export "spin") (param $n i32)
    (loop $again
      (local.set $n (i32.sub (local.get $n) (i32.const 1)))
      (br_if $again (local.get $n)))))
