;;! title    = "a memory of more than 65536 pages is refused"
;;! level    = "must"
;;! spec     = "core 3.0, valid/types memory types"
;;! evidence = ["65537 pages are 64 KiB once they are counted in 32 bits"]
;;! row      = "crash.validate.index-oob"
;;! valid    = false
;;! [[step]]
;;! instantiate = "main"
;;! expect      = { rejected = "validate" }
(module
  (memory 1 65537))
