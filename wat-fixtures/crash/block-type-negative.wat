;;! title    = "a block type that is a negative index is refused"
;;! level    = "must"
;;! spec     = "core 3.0, binary/instructions block types: an index is not negative"
;;! evidence = ["WasmEdge #4817: the low bits of it were taken for the empty type", "epsilon c1f5802"]
;;! row      = "crash.validate.index-oob"
;;! bytes    = [
;;!   "0061736d 01000000",
;;!   "01 04 01 60 00 00", # a type
;;!   "03 02 01 00", # a function
;;!   "0a 08 01 06 00 02 c040 0b 0b", # -8128
;;! ]
;;! [[step]]
;;! instantiate = "main"
;;! expect      = { rejected = ["decode", "validate"] }
;; The grammar leaves no reading for it. A decoder that takes the index first and checks it later refuses it as unknown.
