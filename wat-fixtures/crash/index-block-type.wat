;;! title    = "a block of a type behind the last one is refused"
;;! level    = "must"
;;! spec     = "core 3.0, valid/instructions block types"
;;! evidence = ["wasmtime RUSTSEC-2024-0441", "epsilon #51, #52, #53: indices that went unchecked"]
;;! row      = "crash.validate.index-oob"
;;! requires = ["multi-value"]
;;! bytes    = [
;;!   "0061736d 01000000",
;;!   "01 04 01 60 00 00", # a type
;;!   "03 02 01 00", # a function
;;!   "0a 07 01 05 00 02 01 0b 0b", # block of type 1
;;! ]
;;! [[step]]
;;! instantiate = "main"
;;! expect      = { rejected = "validate" }
