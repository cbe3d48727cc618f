;;! title    = "a name section with a lying count, wrong indices and broken characters is ignored"
;;! level    = "must"
;;! spec     = "core 3.0, binary/modules custom section; appendix custom sections: errors in them are ignored"
;;! evidence = ["proxy-wasm-cpp-host bytecode_util reads the section itself"]
;;! row      = "crash.decode.malformed-name-section"
;;! bytes    = [
;;!   "0061736d 01000000",
;;!   "01 05 01 60 00 01 7f", # [] -> [i32]
;;!   "03 02 01 00", # a function
;;!   "07 07 01 03 72756e 00 00", # run
;;!   "0a 06 01 04 00 41 2a 0b", # i32.const 42
;;!   "00 16 04 6e616d65 00 02 01 ff", # the name of the module is no UTF-8
;;!   "01 0b ffffffff0f 7f 04 72756e80", # of 4,294,967,295 functions number 127
;;! ]
;;! [[step]]
;;! call   = "run"
;;! expect = { returned = ["i32:42"] }
;; The name of the last function has a byte that no character begins with.
