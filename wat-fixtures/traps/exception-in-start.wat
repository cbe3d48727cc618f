;;! title    = "an exception that leaves the start function fails the instantiation"
;;! level    = "must"
;;! spec     = "core 3.0, exec/modules instantiation"
;;! evidence = ["wasmtime tests/all/exceptions.rs"]
;;! row      = "crash.exception.uncaught"
;;! requires = ["exceptions"]
;;! [[step]]
;;! instantiate = "main"
;;! expect      = { threw = true, phase = "start" }
(module
  (tag $thrown)
  (func $start
    (block $caught (result exnref)
      (try_table (catch_all_ref $caught) (throw $thrown))
      (return))
    (throw_ref))
  (start $start))
