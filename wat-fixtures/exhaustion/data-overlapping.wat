;;! title    = "100 active segments of 64 KiB that all go to the same place are written in order, within the limits"
;;! level    = "should"
;;! spec     = "core 3.0, exec/modules instantiation"
;;! evidence = ["wasmi max_data_segments"]
;;! row      = "ex.instantiate.data-init-bomb"
;;! generate = { kind = "overlapping", segments = 100, bytes = 65536 }
;;!
;;! [[step]]
;;! instantiate = "main"
;;! expect      = { any = [
;;!   { done = true },
;;!   { rejected = ["decode", "validate"] },
;;!   { limit = ["module-size", "compile", "memory"] },
;;! ] }
;;!
;;! [[step]]
;;! call   = "probe"
;;! expect = { returned = [] }
