;;! title    = "a section whose content runs on behind its end is malformed"
;;! level    = "must"
;;! spec     = "core 3.0, binary/modules sections"
;;! evidence = ["WebAssembly/spec test/core/binary.wast"]
;;! row      = "crash.decode.empty~truncated~bad-magic~bad-version"
;;! bytes    = [
;;!   "0061736d 01000000",
;;!   "01 03 01 60 00", # the type has no results yet
;;!   "00 02 00 00",
;;! ]
;;! [[step]]
;;! instantiate = "main"
;;! expect      = { rejected = "decode" }
;; Read on regardless, the byte behind the section makes the type complete and what follows a custom section.
