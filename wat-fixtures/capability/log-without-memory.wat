;;! title    = "a host function that needs the guest's memory is refused to a guest that exports none"
;;! level    = "must"
;;! spec     = "host protocol, log: reads from the guest's exported memory"
;;! evidence = ["wazero testModuleMemory", "node:wasi: instance.exports.memory must be a memory"]
;;! row      = "cap.hostfn.ptr-oob"
;;! grants   = ["host-function:log"]
;;!
;;! [[step]]
;;! call   = "say"
;;! expect = { trapped = "host-function", output = { log = "" } }

;; It has a memory, and exports it under a name that the host was not told of.
(module
  (import "sandproof:test" "log" (func $log (param i32 i32)))
  (memory (export "Memory") 1)
  (data (i32.const 0) "private")
  (func (export "say") (call $log (i32.const 0) (i32.const 7))))
