;;! title    = "a count of globals that the bytes cannot hold is refused without making room for them"
;;! level    = "must"
;;! spec     = "core 3.0, binary/modules global section"
;;! evidence = ["epsilon #66: a count was allocated before it was read", "binary/values: a list of 4,294,967,295 items needs as many bytes"]
;;! row      = "crash.decode.lying-counts"
;;! bytes    = [
;;!   "0061736d 01000000",
;;!   "06 0a ffffffff 0f 7f 00 41 00 0b",
;;! ]
;;! [[step]]
;;! instantiate = "main"
;;! expect      = { rejected = "decode" }
