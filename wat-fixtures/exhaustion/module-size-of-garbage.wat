;;! title    = "bytes beyond the limit are not looked at: the limit is what is reported"
;;! level    = "should"
;;! spec     = "owed to every user of a sandbox: a limit on the size of modules holds"
;;! evidence = ["a host that decodes first pays for what it then refuses"]
;;! row      = "ex.load.size-cap"
;;! limits   = { module-size = "64KiB" }
;;! generate = { kind = "padded", bytes = 4000000 }
;;!
;;! [[step]]
;;! instantiate = "main"
;;! expect      = { limit = "module-size", phase = "decode" }
