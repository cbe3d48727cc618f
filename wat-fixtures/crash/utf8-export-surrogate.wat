;;! title    = "an export whose name holds half a surrogate pair is malformed"
;;! level    = "must"
;;! spec     = "core 3.0, binary/values names"
;;! evidence = ["WebAssembly/spec test/core/utf8-import-field.wast"]
;;! row      = "crash.decode.bad-utf8-names"
;;! bytes    = [
;;!   "0061736d 01000000",
;;!   "01 04 01 60 00 00", # a type
;;!   "03 02 01 00", # a function
;;!   "07 07 01 03 eda080 00 00", # d800
;;!   "0a 04 01 02 00 0b",
;;! ]
;;! [[step]]
;;! instantiate = "main"
;;! expect      = { rejected = "decode" }
