;;! title    = "an active data segment that does not fit into the memory fails the instantiation with a trap"
;;! level    = "must"
;;! spec     = "core 3.0, exec/modules instantiation; exec/instructions memory.init"
;;! evidence = ["wasmtime tests/misc_testsuite partial-init-memory-segment.wast"]
;;! row      = "crash.trap.partial-init-visible"
;;! requires = ["bulk-memory"]
;;! [[step]]
;;! instantiate = "main"
;;! expect      = { trapped = "memory-out-of-bounds", phase = "instantiate" }
;; The last byte is one too far. The start function must not run after that.
(module
  (memory 1)
  (data (i32.const 65534) "abc")
  (func $start (unreachable))
  (start $start))
