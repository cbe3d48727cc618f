;;! title    = "a body that ends within a block is malformed"
;;! level    = "must"
;;! spec     = "core 3.0, binary/instructions expressions"
;;! evidence = ["WebAssembly/spec test/core/binary.wast"]
;;! row      = "crash.decode.empty~truncated~bad-magic~bad-version"
;;! bytes    = [
;;!   "0061736d 01000000",
;;!   "01 04 01 60 00 00", # a type
;;!   "03 02 01 00", # a function
;;!   "0a 07 01 05 00 02 40 01 0b", # a block that nothing closes
;;! ]
;;! [[step]]
;;! instantiate = "main"
;;! expect      = { rejected = "decode" }
