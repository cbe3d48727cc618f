;;! title    = "a custom section whose name ends within a character is malformed"
;;! level    = "must"
;;! spec     = "core 3.0, binary/modules custom section; binary/values names"
;;! evidence = ["WebAssembly/spec test/core/utf8-custom-section-id.wast"]
;;! row      = "crash.decode.bad-utf8-names"
;;! bytes    = [
;;!   "0061736d 01000000",
;;!   "00 05 02 61e2 82ac", # the name has two bytes; the rest of the character is behind it
;;! ]
;;! [[step]]
;;! instantiate = "main"
;;! expect      = { rejected = "decode" }
