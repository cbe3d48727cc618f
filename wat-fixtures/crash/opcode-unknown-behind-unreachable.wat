;;! title    = "an operator that the format does not have is malformed even where it could never run"
;;! level    = "must"
;;! spec     = "core 3.0, binary/instructions"
;;! evidence = ["a compiler that skips dead code reads past it"]
;;! row      = "crash.decode.empty~truncated~bad-magic~bad-version"
;;! bytes    = [
;;!   "0061736d 01000000",
;;!   "01 04 01 60 00 00", # a type
;;!   "03 02 01 00", # a function
;;!   "0a 07 01 05 00 00 fc7f 0b", # unreachable, then fc 127
;;! ]
;;! [[step]]
;;! instantiate = "main"
;;! expect      = { rejected = "decode" }
