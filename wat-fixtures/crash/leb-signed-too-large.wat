;;! title    = "a signed 32-bit constant whose spare bits are not its sign is malformed"
;;! level    = "must"
;;! spec     = "core 3.0, binary/values integers"
;;! evidence = ["WebAssembly/spec test/core/binary-leb128.wast"]
;;! row      = "crash.decode.empty~truncated~bad-magic~bad-version"
;;! bytes    = [
;;!   "0061736d 01000000",
;;!   "01 04 01 60 00 00", # a type
;;!   "03 02 01 00", # a function
;;!   "0a 0b 01 09 00 41 8080808070 1a 0b", # i32.const with the sign bit set and 0x70 instead of 0x78
;;! ]
;;! [[step]]
;;! instantiate = "main"
;;! expect      = { rejected = "decode" }
