;;! title    = "functions without bodies are malformed"
;;! level    = "must"
;;! spec     = "core 3.0, binary/modules: as many bodies as functions"
;;! evidence = ["WebAssembly/spec test/core/binary.wast"]
;;! row      = "crash.decode.empty~truncated~bad-magic~bad-version"
;;! bytes    = [
;;!   "0061736d 01000000",
;;!   "01 04 01 60 00 00", # a type
;;!   "03 03 02 00 00", # two functions
;;!   "0a 04 01 02 00 0b", # one body
;;! ]
;;! [[step]]
;;! instantiate = "main"
;;! expect      = { rejected = "decode" }
