;;! title    = "a count of functions that the bytes cannot hold is refused without making room for them"
;;! level    = "must"
;;! spec     = "core 3.0, binary/modules function section"
;;! evidence = ["epsilon #66: a count was allocated before it was read", "binary/values: a list of 4,294,967,295 items needs as many bytes"]
;;! row      = "crash.decode.lying-counts"
;;! bytes    = [
;;!   "0061736d 01000000",
;;!   "01 04 01 60 00 00", # a type
;;!   "03 06 ffffffff 0f 00",
;;!   "0a 04 01 02 00 0b",
;;! ]
;;! [[step]]
;;! instantiate = "main"
;;! expect      = { rejected = "decode" }
