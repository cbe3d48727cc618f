;;! title    = "no bytes at all are no module"
;;! level    = "must"
;;! spec     = "core 3.0, binary/modules"
;;! evidence = ["WasmEdge MalformedMagic"]
;;! row      = "crash.decode.empty~truncated~bad-magic~bad-version"
;;! bytes    = [""]
;;! [[step]]
;;! instantiate = "main"
;;! expect      = { rejected = "decode" }
