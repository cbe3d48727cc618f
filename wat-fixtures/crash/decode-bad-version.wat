;;! title    = "a module of another version is refused, even where all its sections are known"
;;! level    = "must"
;;! spec     = "core 3.0, binary/modules"
;;! evidence = ["WasmEdge MalformedVersion"]
;;! row      = "crash.decode.empty~truncated~bad-magic~bad-version"
;;! bytes    = [
;;!   "0061736d 02000000",
;;!   "01 04 01 60 00 00 03 02 01 00 07 07 01 03 72756e 00 00 0a 04 01 02 00 0b", # a function run
;;! ]
;;! [[step]]
;;! instantiate = "main"
;;! expect      = { rejected = "decode" }
