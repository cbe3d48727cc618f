;;! title    = "a memory, a table or a global that nobody linked is not made up for the guest"
;;! level    = "must"
;;! spec     = "core 3.0, exec/modules Instantiation; host protocol: a missing import is rejected at link"
;;! evidence = ["wasmtime linker.rs: link_undefined", "V8's LinkError for each kind of import"]
;;! row      = "cap.import.ungranted-rejected"
;;! modules  = { table = "guests/imports-table.wat", global = "guests/imports-global.wat" }
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

;; The names are those that toolchains use for dynamic linking, so that a host which serves them by habit is caught.
(module (import "env" "memory" (memory 1)))
