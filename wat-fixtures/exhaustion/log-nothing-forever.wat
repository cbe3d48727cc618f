;;! title    = "writing nothing for ever fills no limit of output, and ends by the CPU's"
;;! level    = "must"
;;! spec     = "owed to every user of a sandbox: every guest ends"
;;! evidence = ["a loop of host calls burns the host's time more than the guest's fuel"]
;;! row      = "ex.log.flood"
;;! limits   = { output = "64KiB" }
;;! grants   = ["host-function:log"]
;;! cpu      = { iterations = 20000, time = "100ms" }
;;!
;;! [[step]]
;;! call   = "write"
;;! expect = { limit = "cpu" }

(module
  (import "sandproof:test" "log" (func $log (param i32 i32)))
  (memory (export "memory") 1)
  (func (export "write")
    (loop $again
      (call $log (i32.const 0) (i32.const 0))
      (br $again))))
