;;! title    = "a start function that asks forever for memory that it does not get is ended by the CPU budget of the instantiation"
;;! level    = "must"
;;! spec     = "owed to every user of a sandbox: a guest that never ends is ended by its budget, and does not end its host"
;;! evidence = ["wasmi #1946: memory.grow leaves a frame on the native stack"]
;;! row      = "cpu.fuel.charged-on-failed-grow"
;;! limits   = { memory = "1MiB" }
;;! cpu      = { iterations = 1000000, time = "200ms" }
;;! [[step]]
;;! instantiate = "main"
;;! expect = { any = [
;;!   { limit = "cpu", phase = "start", when = { "memory.growFailure" = "minus-one" } },
;;!   { limit = ["cpu", "memory"], phase = "start", when = { "memory.growFailure" = "trap" } },
;;! ] }
(module
  (memory 1)
  (func $start
    (loop $again
      (br_if $again (i32.eq (memory.grow (i32.const 100)) (i32.const -1)))))
  (start $start))
