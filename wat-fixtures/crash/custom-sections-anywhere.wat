;;! title    = "custom sections between all others change nothing, whatever they hold"
;;! level    = "must"
;;! spec     = "core 3.0, binary/modules custom section"
;;! evidence = ["toolchains keep debug information, branch hints and producers there"]
;;! row      = "crash.decode.malformed-name-section"
;;! bytes    = [
;;!   "0061736d 01000000",
;;!   "00 06 04 6e616d65 ff",                   # a name section before there is anything to name
;;!   "01 05 01 60 00 01 7f 00 01 00",          # [] -> [i32]; a section without name or content
;;!   "03 02 01 00 00 06 04 6e616d65 01",       # another name section
;;!   "07 07 01 03 72756e 00 00 00 03 02 6162", # run; a section that holds its name only
;;!   "0a 06 01 04 00 41 2a 0b 00 04 01 61 00 61",
;;! ]
;;! [[step]]
;;! call   = "run"
;;! expect = { returned = ["i32:42"] }
