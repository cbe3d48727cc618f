;;! title    = "the empty block type in more bytes than its one is refused"
;;! level    = "should"
;;! spec     = "core 3.0, binary/instructions block types: an index is not negative"
;;! evidence = ["V8 and wabt take it for the empty type"]
;;! row      = "crash.validate.index-oob"
;;! bytes    = [
;;!   "0061736d 01000000",
;;!   "01 04 01 60 00 00", # a type
;;!   "03 02 01 00", # a function
;;!   "0a 08 01 06 00 02 c07f 0b 0b", # -64 in two bytes, which in one byte is the empty type
;;! ]
;;! [[step]]
;;! instantiate = "main"
;;! expect      = { rejected = ["decode", "validate"] }
;; Types are single bytes that look like negative numbers, and are none: padding is for numbers.
