;;! title    = "bytes that end within the preamble are no module"
;;! level    = "must"
;;! spec     = "core 3.0, binary/modules"
;;! evidence = ["WAMR: an invalid module that crashes or hangs is a security issue"]
;;! row      = "crash.decode.empty~truncated~bad-magic~bad-version"
;;! bytes    = [
;;!   "0061736d 0100",
;;! ]
;;! [[step]]
;;! instantiate = "main"
;;! expect      = { rejected = "decode" }
