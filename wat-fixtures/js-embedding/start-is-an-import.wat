;;! title    = "a host function as the start function is called once, and ends the instantiation as it would a call"
;;! level    = "should"
;;! spec     = "core 3.0, valid/modules start function: any function of the module, an imported one too"
;;! evidence = ["hosts that run the start function themselves look for it among the guest's own"]
;;! row      = "js.start.sync-in-constructor"
;;! grants   = ["host-function:fail"]
;;!
;;! [[step]]
;;! instantiate = "main"
;;! expect      = { trapped = "host-function", phase = "start" }

(module
  (import "sandproof:test" "fail" (func $fail))
  (start $fail))
