;;! title    = "a 32-bit number with bits beyond the 32nd is malformed"
;;! level    = "must"
;;! spec     = "core 3.0, binary/values integers"
;;! evidence = ["WebAssembly/spec test/core/binary-leb128.wast"]
;;! row      = "crash.decode.empty~truncated~bad-magic~bad-version"
;;! bytes    = [
;;!   "0061736d 01000000",
;;!   "01 08 81808080 10 60 00 00", # one type and 2^32 more
;;! ]
;;! [[step]]
;;! instantiate = "main"
;;! expect      = { rejected = "decode" }
;; What is left of the count when the bits beyond are cut off is right: a reader that cuts them off finds a module.
