;;! title    = "a native executable given as a module is refused: code that somebody else compiled is never run"
;;! level    = "must"
;;! spec     = "owed to every user of a sandbox: only what the host compiled itself runs"
;;! evidence = ["WAMR: precompiled code is trusted", "wasmtime Module::deserialize is unsafe"]
;;! row      = "crash.decode.native-artifact"
;;! bytes    = [
;;!   "7f454c46 02010100 00000000 00000000", # ELF, 64 bits, little-endian
;;!   "0300 3e00 01000000 0010000000000000", # a shared object for x86-64
;;!   "4000000000000000 0000000000000000 00000000 4000 3800 0000 4000 0000 0000",
;;! ]
;;! [[step]]
;;! instantiate = "main"
;;! expect      = { rejected = "decode" }
;; Engines keep what they compiled as ELF files; a host that guesses the format by its first bytes would load this one.
