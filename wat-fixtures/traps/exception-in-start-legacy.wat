;;! title    = "an exception that leaves the start function fails the instantiation (legacy encoding)"
;;! level    = "must"
;;! spec     = "core 3.0, exec/modules instantiation; legacy exception handling, throw"
;;! evidence = ["wasmtime tests/all/exceptions.rs"]
;;! row      = "crash.exception.uncaught"
;;! requires = ["legacy-exceptions"]
;;! [[step]]
;;! instantiate = "main"
;;! expect      = { threw = true, phase = "start" }
(module
  (tag $thrown)
  (func $start (throw $thrown))
  (start $start))
