;;! title    = "more locals than 32 bits can count are malformed"
;;! level    = "must"
;;! spec     = "core 3.0, binary/modules code section: fewer than 2^32 locals"
;;! evidence = ["epsilon #67: the sum of the groups overflowed"]
;;! row      = "crash.decode.lying-counts"
;;! bytes    = [
;;!   "0061736d 01000000",
;;!   "01 04 01 60 00 00", # a type
;;!   "03 02 01 00", # a function
;;!   "0a 10 01 0e 02 ffffffff0f 7f 81808080 00 7f 0b", # 4,294,967,295 locals and one more
;;! ]
;;! [[step]]
;;! instantiate = "main"
;;! expect      = { rejected = "decode" }
