;;! title    = "numbers padded to their longest form are read as what they are"
;;! level    = "must"
;;! spec     = "core 3.0, binary/values integers: padding is allowed"
;;! evidence = ["linkers pad every index that they may have to change"]
;;! row      = "crash.decode.empty~truncated~bad-magic~bad-version"
;;! bytes    = [
;;!   "0061736d 01000000",
;;!   "01 8980808000 8180808000 60 00 01 7f",                    # [] -> [i32]
;;!   "03 8780808000 8180808000 8000",                            # of type 0
;;!   "07 8980808000 01 8300 72756e 00 8000",                     # run
;;!   "0a 9080808000 8180808000 8900 8000 41 aa80808000 0b",       # i32.const 42
;;! ]
;;! [[step]]
;;! call   = "run"
;;! expect = { returned = ["i32:42"] }
