;;! title    = "a module of as many bytes as the limit loads; one byte more than the limit is refused before it is decoded"
;;! level    = "should"
;;! spec     = "owed to every user of a sandbox: a limit on the size of modules holds"
;;! evidence = ["WASIX audit 001", "Fastly: packages of at most 100 MB"]
;;! row      = "ex.load.size-cap"
;;! generate = { kind = "padded", bytes = 65536 }
;;!
;;! [[step]]
;;! load   = "main"
;;! limits = { module-size = "64KiB" }
;;!
;;! [[step]]
;;! load   = "main"
;;! limits = { module-size = 65535 }
;;! expect = { limit = "module-size", phase = "decode" }
