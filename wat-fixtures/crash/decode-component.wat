;;! title    = "a component given as a module is refused at its preamble"
;;! level    = "must"
;;! spec     = "component model, binary format: the layer field"
;;! evidence = ["wasmtime tests/all/cli_tests component_missing_feature"]
;;! row      = "crash.decode.component-to-core-host"
;;! bytes    = [
;;!   "0061736d 0c000100", # a component of the version before the standard one
;;!   "00 04 01 61 62 63",
;;! ]
;;! [[step]]
;;! instantiate = "main"
;;! expect      = { rejected = "decode" }
;; The kit sends components of the current version as such, and a host without the component model need not look at
;; them; this older version has the same layer field and comes as a module.
