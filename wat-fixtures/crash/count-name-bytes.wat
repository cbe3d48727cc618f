;;! title    = "a count of bytes of a name that the bytes cannot hold is refused without making room for them"
;;! level    = "must"
;;! spec     = "core 3.0, binary/values names"
;;! evidence = ["epsilon #66: a count was allocated before it was read", "binary/values: a list of 4,294,967,295 items needs as many bytes"]
;;! row      = "crash.decode.lying-counts"
;;! bytes    = [
;;!   "0061736d 01000000",
;;!   "01 04 01 60 00 00", # a type
;;!   "02 0b 01 ffffffff 0f 61 01 62 00 00",
;;! ]
;;! [[step]]
;;! instantiate = "main"
;;! expect      = { rejected = "decode" }
