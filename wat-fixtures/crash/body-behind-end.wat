;;! title    = "operators behind the end of a body are malformed"
;;! level    = "must"
;;! spec     = "core 3.0, binary/instructions expressions"
;;! evidence = ["WebAssembly/spec test/core/binary.wast"]
;;! row      = "crash.decode.empty~truncated~bad-magic~bad-version"
;;! bytes    = [
;;!   "0061736d 01000000",
;;!   "01 04 01 60 00 00", # a type
;;!   "03 02 01 00", # a function
;;!   "0a 06 01 04 00 0b 01 0b", # end, nop, end
;;! ]
;;! [[step]]
;;! instantiate = "main"
;;! expect      = { rejected = "decode" }
