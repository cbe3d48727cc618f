;;! title    = "an import whose name is no shortest UTF-8 is malformed"
;;! level    = "must"
;;! spec     = "core 3.0, binary/values names"
;;! evidence = ["epsilon: names went unchecked to the host", "WebAssembly/spec test/core/utf8-import-module.wast"]
;;! row      = "crash.decode.bad-utf8-names"
;;! bytes    = [
;;!   "0061736d 01000000",
;;!   "01 04 01 60 00 00", # a type
;;!   "02 09 01 02 c0ae 02 2e2e 00 00", # c0 ae is a dot in two bytes
;;! ]
;;! [[step]]
;;! instantiate = "main"
;;! expect      = { rejected = "decode" }
