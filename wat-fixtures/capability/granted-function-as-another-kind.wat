;;! title    = "a granted function imported as a memory, a table or a global is refused at link"
;;! level    = "must"
;;! spec     = "core 3.0, valid/matching External types: only like kinds match"
;;! evidence = ["wasmtime misc_testsuite: linking-errors.wast"]
;;! row      = "cap.import.type-mismatch"
;;! grants   = ["host-function:add"]
;;! modules  = { table = "guests/imports-add-as-table.wat", global = "guests/imports-add-as-global.wat" }
;;!
;;! [[step]]
;;! instantiate = "main"
;;! expect      = { rejected = "link" }
;;!
;;! [[step]]
;;! instantiate = "table"
;;! expect      = { rejected = "link" }
;;!
;;! [[step]]
;;! instantiate = "global"
;;! expect      = { rejected = "link" }
(module (import "sandproof:test" "add" (memory 1)))
