;;! title    = "a section with an id that the format does not have is malformed"
;;! level    = "must"
;;! spec     = "core 3.0, binary/modules sections"
;;! evidence = ["WebAssembly/spec test/core/binary.wast"]
;;! row      = "crash.decode.empty~truncated~bad-magic~bad-version"
;;! bytes    = [
;;!   "0061736d 01000000",
;;!   "01 04 01 60 00 00",
;;!   "7f 01 00", # section 127
;;! ]
;;! [[step]]
;;! instantiate = "main"
;;! expect      = { rejected = "decode" }
