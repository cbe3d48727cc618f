;;! title    = "a count of groups of locals that the bytes cannot hold is refused without making room for them"
;;! level    = "must"
;;! spec     = "core 3.0, binary/modules code section"
;;! evidence = ["epsilon #66: a count was allocated before it was read", "binary/values: a list of 4,294,967,295 items needs as many bytes"]
;;! row      = "crash.decode.lying-counts"
;;! bytes    = [
;;!   "0061736d 01000000",
;;!   "01 04 01 60 00 00", # a type
;;!   "03 02 01 00", # a function
;;!   "0a 0a 01 08 ffffffff 0f 01 7f 0b",
;;! ]
;;! [[step]]
;;! instantiate = "main"
;;! expect      = { rejected = "decode" }
