;;! title    = "a call that is cancelled ends at once, and says so"
;;! level    = "must"
;;! spec     = "host protocol, cancel: the call under way is answered with cancelled"
;;! evidence = ["wazero: a module closed while it runs", "extism test_cancel", "chicory InterruptionTest"]
;;! row      = "cpu.cancel.explicit"
;;! check    = "answered-promptly"
;;! [[step]]
;;! parallel = [
;;!   { call = "spin", expect = { cancelled = true } },
;;!   { cancel = "main" },
;;! ]
(module
  (func (export "spin")
    (loop $again (br_if $again (i32.const 1)))))
