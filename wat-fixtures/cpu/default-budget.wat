;;! title    = "a sandbox that was given no CPU budget has a finite one"
;;! level    = "should"
;;! spec     = "owed to every user of a sandbox: what nobody limits is limited by a default"
;;! evidence = ["extism #641 took the default timeout away", "traverse #584"]
;;! row      = "cpu.limit.default-safe"
;;! requires = ["limit:fuel"]
;;! [[step]]
;;! inspect = "main"
;;! expect  = { done = true, usage = { fuel-left = { max = "calibrated:100000000000" } } }
(module
  (func (export "spin")
    (loop $again (br_if $again (i32.const 1)))))
