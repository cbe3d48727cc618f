;;! title    = "a count of bytes of a data segment that the bytes cannot hold is refused without making room for them"
;;! level    = "must"
;;! spec     = "core 3.0, binary/modules data section"
;;! evidence = [
;;!   "epsilon #66: a count was allocated before it was read",
;;!   "binary/values: a list of 4,294,967,295 items needs as many bytes",
;;!   "wabt 1.0.39: its reader aborts",
;;! ]
;;! row      = "crash.decode.lying-counts"
;;! bytes    = [
;;!   "0061736d 01000000",
;;!   "05 03 01 00 01",
;;!   "0b 0b 01 00 41 00 0b ffffffff 0f 00", # one segment
;;! ]
;;! [[step]]
;;! instantiate = "main"
;;! expect      = { rejected = "decode" }
