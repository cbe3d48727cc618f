;;! title    = "bytes that do not begin with the magic number are no module"
;;! level    = "must"
;;! spec     = "core 3.0, binary/modules"
;;! evidence = ["WasmEdge MalformedMagic"]
;;! row      = "crash.decode.empty~truncated~bad-magic~bad-version"
;;! bytes    = [
;;!   "0061736e 01000000", # \\0asn
;;!   "01 04 01 60 00 00",
;;! ]
;;! [[step]]
;;! instantiate = "main"
;;! expect      = { rejected = "decode" }
