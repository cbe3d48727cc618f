;;! title    = "a start function that never ends, in the constructor of the instance, is ended"
;;! level    = "must"
;;! spec     = "JS-API, Instance constructor: the start function runs inside it; owed to every user of a sandbox: every guest ends"
;;! evidence = ["Node 20: new WebAssembly.Instance blocks its thread", "wasmtime iloop-start.wat"]
;;! row      = "js.start.sync-in-constructor"
;;! grants   = ["host-function:nop"]
;;! cpu      = { iterations = 20000, time = "100ms" }
;;!
;;! [[step]]
;;! instantiate = "main"
;;! expect      = { limit = "cpu", phase = "start" }

(module
  (import "sandproof:test" "nop" (func $nop))
  (func $forever
    (loop $again
      (call $nop)
      (br $again)))
  (start $forever))
