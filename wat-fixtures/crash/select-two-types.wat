;;! title    = "a select with two types is refused"
;;! level    = "must"
;;! spec     = "core 3.0, valid/instructions select"
;;! evidence = ["epsilon #51"]
;;! row      = "crash.validate.index-oob"
;;! requires = ["reference-types"]
;;! bytes    = [
;;!   "0061736d 01000000",
;;!   "01 04 01 60 00 00", # a type
;;!   "03 02 01 00", # a function
;;!   "0a 10 01 0e 00 41 00 41 00 41 00 1c 02 7f 7f 1a 1a 0b", # select (result i32 i32)
;;! ]
;;! [[step]]
;;! instantiate = "main"
;;! expect      = { rejected = ["decode", "validate"] }
;; The grammar has a list of types, of which validation allows one only; the specification leaves room for more to come,
;; and a decoder for this version may refuse them already.
