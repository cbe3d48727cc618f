;;! title    = "a count of imports that the bytes cannot hold is refused without making room for them"
;;! level    = "must"
;;! spec     = "core 3.0, binary/modules import section"
;;! evidence = ["epsilon #66: a count was allocated before it was read", "binary/values: a list of 4,294,967,295 items needs as many bytes"]
;;! row      = "crash.decode.lying-counts"
;;! bytes    = [
;;!   "0061736d 01000000",
;;!   "01 04 01 60 00 00", # a type
;;!   "02 0b ffffffff 0f 01 61 01 62 00 00",
;;! ]
;;! [[step]]
;;! instantiate = "main"
;;! expect      = { rejected = "decode" }
