;;! title    = "an active element segment that does not fit into the table fails the instantiation with a trap"
;;! level    = "must"
;;! spec     = "core 3.0, exec/modules instantiation; exec/instructions table.init"
;;! evidence = ["WebAssembly/spec test/core/elem.wast"]
;;! row      = "crash.trap.partial-init-visible"
;;! requires = ["bulk-memory"]
;;! [[step]]
;;! instantiate = "main"
;;! expect      = { trapped = "table-out-of-bounds", phase = "instantiate" }
;; Offsets are unsigned: this one is far behind the table, not one before it.
(module
  (table 4 funcref)
  (func $function)
  (elem (i32.const -1) $function $function))
