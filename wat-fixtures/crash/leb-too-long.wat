;;! title    = "a 32-bit number in more than five bytes is malformed"
;;! level    = "must"
;;! spec     = "core 3.0, binary/values integers"
;;! evidence = ["WebAssembly/spec test/core/binary-leb128.wast"]
;;! row      = "crash.decode.empty~truncated~bad-magic~bad-version"
;;! bytes    = [
;;!   "0061736d 01000000",
;;!   "01 09 8180808080 00 60 00 00", # one type, the count in six bytes
;;! ]
;;! [[step]]
;;! instantiate = "main"
;;! expect      = { rejected = "decode" }
