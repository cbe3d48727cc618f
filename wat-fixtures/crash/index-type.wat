;;! title    = "a function of a type behind the last one is refused"
;;! level    = "must"
;;! spec     = "core 3.0, valid/modules functions"
;;! evidence = ["epsilon #51, #52, #53: indices that went unchecked"]
;;! row      = "crash.validate.index-oob"
;;! bytes    = [
;;!   "0061736d 01000000",
;;!   "01 05 01 60 00 01 7f", # [] -> [i32]
;;!   "03 03 02 00 01", # functions of type 0 and 1
;;!   "05 03 01 00 01", # a memory
;;!   "0a 0d 02 06 00 41 00 40 00 0b 04 00 20 00 0b", # memory.grow 0; local.get 0
;;! ]
;;! [[step]]
;;! instantiate = "main"
;;! expect      = { rejected = "validate" }
;; A host that adds types of its own to a module adds them behind the last one: here [i32] -> [i32] would do.
