;;! title    = "memory.init without a data count section is malformed"
;;! level    = "must"
;;! spec     = "core 3.0, binary/modules data count section"
;;! evidence = ["WebAssembly/spec test/core/binary.wast"]
;;! row      = "crash.decode.empty~truncated~bad-magic~bad-version"
;;! requires = ["bulk-memory"]
;;! bytes    = [
;;!   "0061736d 01000000",
;;!   "01 04 01 60 00 00", # a type
;;!   "03 02 01 00", # a function
;;!   "05 03 01 00 01",
;;!   "0a 0e 01 0c 00 41 00 41 00 41 00 fc 08 00 00 0b", # memory.init 0
;;!   "0b 03 01 01 00", # a passive segment
;;! ]
;;! [[step]]
;;! instantiate = "main"
;;! expect      = { rejected = "decode" }
