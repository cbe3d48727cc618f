;;! title    = "a start function that never ends is ended by the CPU budget of the instantiation"
;;! level    = "must"
;;! spec     = "owed to every user of a sandbox: instantiating is running the guest (core 3.0, exec/modules instantiation)"
;;! evidence = ["wasmtime tests/all/fuel.rs and cli_tests iloop-start.wat"]
;;! row      = "cpu.loop.in-start-function"
;;! cpu      = { iterations = 10000, time = "60ms" }
;;! [[step]]
;;! instantiate = "main"
;;! expect      = { limit = "cpu", phase = "start" }
(module
  (func $main
    (loop $again (br_if $again (i32.const 1))))
  (start $main))
