;;! title    = "bytes left over in a section are malformed"
;;! level    = "must"
;;! spec     = "core 3.0, binary/modules sections"
;;! evidence = ["WebAssembly/spec test/core/binary.wast"]
;;! row      = "crash.decode.empty~truncated~bad-magic~bad-version"
;;! bytes    = [
;;!   "0061736d 01000000",
;;!   "01 05 01 60 00 00 00", # a type and a byte
;;! ]
;;! [[step]]
;;! instantiate = "main"
;;! expect      = { rejected = "decode" }
