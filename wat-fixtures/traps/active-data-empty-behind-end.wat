;;! title    = "even an empty data segment traps when it lies behind the end of the memory"
;;! level    = "must"
;;! spec     = "core 3.0, exec/instructions memory.init"
;;! evidence = ["WebAssembly/spec test/core/data.wast"]
;;! row      = "crash.trap.partial-init-visible"
;;! requires = ["bulk-memory"]
;;! modules  = { at-the-end = "active-data-empty-at-end.wat" }
;;! [[step]]
;;! instantiate = "at-the-end"
;;! [[step]]
;;! instantiate = "main"
;;! expect      = { trapped = "memory-out-of-bounds", phase = "instantiate" }
(module
  (memory 1)
  (data (i32.const 65537) ""))
