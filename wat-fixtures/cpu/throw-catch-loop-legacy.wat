;;! title    = "a guest that throws and catches forever is ended by the CPU budget (legacy exceptions)"
;;! level    = "must"
;;! spec     = "owed to every user of a sandbox: a guest that never ends is ended by its budget"
;;! evidence = ["wasmtime tests/all/exceptions.rs"]
;;! row      = "cpu.eh.throw-catch-loop"
;;! requires = ["legacy-exceptions"]
;;! cpu      = { iterations = 10000, time = "60ms" }
;;! [[step]]
;;! call   = "run"
;;! expect = { limit = "cpu" }
(module
  (tag $pebble (param i32))
  (func $toss (param i32)
    (throw $pebble (local.get 0)))
  (func (export "run") (local $n i32)
    (loop $again
      (try
        (do (call $toss (local.get $n)))
        (catch $pebble (local.set $n (i32.add (i32.const 1)))))
      (br_if $again (i32.const 1)))))
