;;! title    = "a section that comes after one it has to precede is malformed"
;;! level    = "must"
;;! spec     = "core 3.0, binary/modules sections"
;;! evidence = ["WebAssembly/spec test/core/binary.wast"]
;;! row      = "crash.decode.empty~truncated~bad-magic~bad-version"
;;! bytes    = [
;;!   "0061736d 01000000",
;;!   "03 02 01 00", # a function
;;!   "01 04 01 60 00 00", # a type
;;!   "0a 04 01 02 00 0b",
;;! ]
;;! [[step]]
;;! instantiate = "main"
;;! expect      = { rejected = "decode" }
