;;! title    = "a module that ends within a section is malformed"
;;! level    = "must"
;;! spec     = "core 3.0, binary/modules"
;;! evidence = ["WAMR: an invalid module that crashes or hangs is a security issue"]
;;! row      = "crash.decode.empty~truncated~bad-magic~bad-version"
;;! bytes    = [
;;!   "0061736d 01000000", # preamble
;;!   "01 04 01 60 00 00", # type
;;!   "03 02 01 00", # function
;;!   "0a 20 01 02 00 0b", # code: 32 bytes are promised
;;! ]
;;! [[step]]
;;! instantiate = "main"
;;! expect      = { rejected = "decode" }
